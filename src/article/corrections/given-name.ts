import { z } from "zod";
import { speakerSlug } from "../model/ids.ts";

/** Characters of a name at most: more than any needs, and a bound for whoever sends one. */
const MAX_NAME = 400;

/** A name that an editor gives a speaker: it stands on pages, in feeds and on terminals. */
export const GivenName = z
  .string()
  .min(1)
  .max(MAX_NAME)
  .refine(
    (name) => speakerSlug(name) !== "" && name.isWellFormed() && !/\p{Cc}/u.test(name),
    "must have a letter or a digit, and no control characters",
  );
