import { Button } from "#/components/ui/button";
import { Checkbox } from "#/components/ui/checkbox";
import { Field } from "#/components/ui/field";
import { Input } from "#/components/ui/input";

/** Sends an export. A plain form: a large file goes straight to the door that reads it as it arrives. */
export function ImportForm({ problem }: { problem?: string | undefined }) {
  return (
    <form action="/api/imports" method="post" encType="multipart/form-data" className="mb-10 grid gap-5">
      <Checkbox
        name="dryRun"
        label="Only look"
        hint="Reads the whole file and says what would come in. Nothing is kept."
      />
      <Field
        id="file"
        label="WordPress export"
        hint="The .xml file that WordPress makes under Tools, Export, All content. At most a gigabyte."
        error={problem}
      >
        {(wires) => <Input {...wires} name="file" type="file" accept=".xml,.wxr,text/xml,application/xml" required />}
      </Field>
      <p className="form-acts">
        <Button type="submit" variant="primary">
          Send the file
        </Button>
      </p>
    </form>
  );
}
