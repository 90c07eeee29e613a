import { clean } from "../feeds/write";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => clean(text).replace(/[&<>"]/g, (character) => entities[character] ?? "");

/** How a browser may search a site from its own address line (OpenSearch 1.1, draft 6: 16 characters for the name). */
export const description = ({
  title,
  url,
}: {
  title: string;
  url: string;
}): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(Array.from(title).slice(0, 16).join(""))}</ShortName>
  <Description>${escaped(`Search in ${title}`)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" method="get" template="${escaped(`${url}/search?q={searchTerms}`)}"/>
</OpenSearchDescription>
`;
