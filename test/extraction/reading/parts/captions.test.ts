import { expect, test } from "vitest";
import { isAgency } from "../../../../src/extraction/reading/parts/agencies.ts";
import { isCaption } from "../../../../src/extraction/reading/parts/captions.ts";

test.each([
  "Ada Quill/The Post/Getty Images",
  "Getty Images",
  "AFP/Getty",
  "AFP via Getty Images",
  "© Reuters",
  "REUTERS/Ada Quill",
  "AP Photo/Ada Quill",
  "(Ada Quill / The Post)",
  "Lars Holt at the helm. (Ada Quill/The Post)",
  "Lars Holt at the helm. (Getty Images)",
  "Lars Holt at the helm (AP Photo/Ada Quill)",
  "Lars Holt at the helm. Photo: Ada Quill",
  "Lars Holt at the helm. Ada Quill/Reuters",
  "Lars Holt at the helm. Getty Images",
  "Lars Holt at the helm CREDIT: Ada Quill",
  "Photo by Ada Quill on Unsplash",
  "Photo: Ada Quill",
  "Photograph: Ada Quill/The Guardian",
  "Courtesy of the Quill family",
  "Handout photo",
  "File photo",
  "Image copyright Getty Images",
  "Image caption Lars Holt at the helm",
  "Image source, Getty Images",
  "FILE - Lars Holt speaks at the harbour in Oslo, May 3, 2019.",
  "FILE PHOTO: Lars Holt speaks",
  "In this May 3, 2019, file photo, Lars Holt speaks in Oslo.",
  "In this photo provided by the fire service, boats burn.",
  "Ada Quill | The Post via AP",
  "Credit: Ada Quill for The Post",
  "Ada Quill, Reuters",
  "PA Media",
  "Shutterstock",
  "Alamy Stock Photo",
  "Source: Ministry of Health",
  "Credit...Ada Quill for The Ferry Post",
  "Bo Lind at the helm [Ada Quill/Ferry Times]",
  "Bo Lind at the helm (AP)",
  "Ada Quill—Getty Images",
  "(Representative image)",
  "FILE- In this May 3, 2019 file photo, the ferry leaves.",
  "A view of the harbour on May 3, 2019. REUTERS/Ada Quill",
])("%j stands below a picture", (line) => {
  expect(isCaption(line)).toBe(true);
});

test.each([
  "The Price of a Crossing",
  "Facebook",
  "Health/Science",
  "Climate Change/Energy",
  "Ada Quill, Oslo",
  "The talks ended on Monday without a deal. (Reuters)",
  "He works for Getty Images.",
  "The bill passed. (It was late/early.)",
  "What Happens Next",
  "Reuters said the talks had ended.",
  "The Press",
  "Ferry Stays | The Post",
  "Politics",
  "He took the picture: a boat at sea.",
  "In this photo, you can see how the boat lists.",
  "The Ferry: A History",
  "Media Matters",
  "Image Is Everything",
  "Images of War",
  "Credit Suisse",
  "Our patient record (ePA)",
  "-Lind leads in Tarn. [Ferry Post, NBC/BNA, ARG]",
])("%j does not", (line) => {
  expect(isCaption(line)).toBe(false);
});

test.each(["Associated Press", "(AFP)", "— Reuters", "Getty Images", "PA Media"])("%j is an agency", (line) => {
  expect(isAgency(line)).toBe(true);
});

test.each(["Reuters said the talks had ended.", "The Press", "A", "Oslo"])("%j is not an agency", (line) => {
  expect(isAgency(line)).toBe(false);
});
