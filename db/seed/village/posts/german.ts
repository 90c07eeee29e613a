import type { Written } from "../types";

export const german: Written = {
  slug: "werkstatt-statt-visitenkarte",
  by: "Jürgen Ohlendieck",
  title: "Werkstatt statt Visitenkarte",
  days: 12,
  tags: ["networking", "handwerk"],
  body: `Ich schreibe das auf Deutsch, weil ich auf Englisch nur Bestellungen schreiben kann und Beschwerden.

Mein Meister hatte keine Visitenkarte. Er hatte eine Bank vor der Werkstatt, gut zwei Meter, Eiche, und auf der saß immer jemand. Der Briefträger. Der Pastor, wenn es regnete. Eine Frau, die sich von ihrem Mann getrennt hatte und wegen der Küche kam, die halbiert werden sollte (die Küche, nicht der Mann). Er hat gehobelt und zugehört und alle zehn Minuten etwas gesagt.

Ich habe damals gedacht: Der Alte vertrödelt den halben Tag. Heute führe ich seine Werkstatt und weiß, dass **die Bank die halbe Werkstatt war**. Von der Bank kamen

- die Aufträge,
- die Warnungen (*„bei dem nur gegen Vorkasse"*),
- die Lehrlinge, mich eingeschlossen,
- und einmal, im Winter 1987, elf Leute, die das Dach festgehalten haben.

Als ich übernommen habe, habe ich die Bank weggeräumt, weil da die Ladezone hinsollte. Dann habe ich Geld für eine Internetseite ausgegeben, mit einem Formular. In zwei Jahren haben es vier Leute ausgefüllt, und drei davon wollten mir ein Formular verkaufen.

Letzten Monat habe ich die Bank wieder hingestellt. Am ersten Tag saß niemand da. Am zweiten der Briefträger, ein neuer, ein junger. Er hat gefragt, ob das erlaubt sei.

> Man muss nicht auf die Leute zugehen. Man kann auch eine Bank hinstellen und arbeiten.`,
  thread: [
    {
      by: "Mireille Quesnel",
      after: 75,
      says: `For those who have to use a machine for this, please don't, it says "bank" and means the financial kind. A short version by hand:

*His old master had no card, he had a bench outside the workshop, and somebody was always sitting on it. Jürgen took it away for a loading bay and bought a website with a form. Four people filled in the form in two years. Last month he put the bench back. On the second day the new postman asked if it was allowed.*

The last line: **"You needn't walk up to people. You can also put out a bench, and work."**`,
      replies: [
        { by: "Susan", after: 140, says: "A chair! A *long* one! I have been vindicated by a cabinet-maker." },
        {
          by: "Hank",
          after: 200,
          says: "My machine said he had a financial institution in front of his shop and a priest sat on it.",
        },
      ],
    },
    {
      by: "ゆかり",
      after: 900,
      says: "私の印刷所にも縁側があります。In my shop there is an *engawa*, a wooden edge between inside and outside. Neighbours sit there with their backs to me. It is easier to talk with the back.",
      replies: [
        {
          by: "Jürgen Ohlendieck",
          after: 560,
          says: "Mit dem Rücken! Genau so saßen die bei uns auch. Alle mit Blick auf die Straße. Ich habe immer gedacht, aus Höflichkeit vor dem Hobel.",
        },
      ],
    },
    {
      by: "Tomás Ibarrola",
      after: 1400,
      says: "Is the bench oak?",
      replies: [
        { by: "Jürgen Ohlendieck", after: 310, says: "Eiche. Ja. Sag nichts." },
        { by: "Tomás Ibarrola", after: 325, says: "I say nothing." },
      ],
    },
  ],
};
