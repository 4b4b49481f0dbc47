// What the demo shows on its practice clock; both look by the same sessions, because a link works once.
import "./pictures.mjs";
import "./weights.mjs";
