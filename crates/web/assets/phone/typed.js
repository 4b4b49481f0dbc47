// A code typed from the paper: checked sign by sign, and its letter asked, because a code does not say what it is worth.
import { parse } from "./code.js";
import { classesHere } from "./decide.js";
import { $, button, field } from "./page.js";
import { present } from "./pay.js";
import { wakeSound } from "./signal.js";
import { app } from "./state.js";
import { money, word } from "./words.js";

/** Says what is known of the code so far. */
export function typing() {
  const read = parse(field("code").value);
  const hint = $("code-hint");
  hint.className = "hint";
  $("letters").hidden = true;
  if ("bits" in read) {
    hint.textContent = word("phone-code-good");
    askLetter();
  } else if (read.code === "bad_length" && read.found < 10) {
    hint.textContent = read.found ? word("phone-code-left", { count: 10 - read.found }) : "";
  } else {
    hint.classList.add("bad");
    hint.textContent = word(`phone-no-${read.code.replaceAll("_", "-")}`, { position: "position" in read ? read.position : "", sign: "found" in read ? read.found : "", count: "found" in read ? read.found : "" });
  }
}

function askLetter() {
  const classes = app.lists && app.stall ? classesHere(app.lists, app.stall) : [];
  const letters = classes.map((c) =>
    button(c.letter, () => void add(c.id), { kind: "letter", small: money(c.face_minor, c.unit === "CAD" ? "CAD" : c.unit_name) }),
  );
  $("letters-list").replaceChildren(...letters);
  $("letters").hidden = false;
  return classes;
}

/** @param {number} typedClass */
async function add(typedClass) {
  wakeSound();
  const text = field("code").value;
  field("code").value = "";
  typing();
  await present(text, typedClass);
  field("code").focus();
}

/** The form was sent: the one letter there is, or the first to choose from. @param {Event} event */
export function submit(event) {
  event.preventDefault();
  const classes = "bits" in parse(field("code").value) ? askLetter() : [];
  if (classes.length === 1) void add(classes[0].id);
  else if (classes.length) /** @type {HTMLElement | null} */ ($("letters-list").firstElementChild)?.focus();
  else typing();
}
