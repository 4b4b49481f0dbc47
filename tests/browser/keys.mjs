// A page without a mouse: what has the focus is seen at every stop on the way.
import assert from "node:assert/strict";

/** What has the focus: where it is, and whether somebody who sees it knows. */
const focused = () => {
  const e = document.activeElement;
  const { top, bottom, left, right, width, height } = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const inView = width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return { what: `${e.tagName} ${e.id} ${(e.getAttribute("name") ?? e.textContent).slice(0, 40)}`, id: e.id, outlined, inView, body: e === document.body };
};

/** Goes on with a key until something has the focus; every stop on the way must be seen. */
export async function reach(page, selector, key = "Tab") {
  const stops = [];
  for (let n = 0; n < 120; n += 1) {
    await page.keyboard.press(key);
    const now = await page.evaluate(focused);
    if (now.body) continue;
    stops.push(now.what);
    assert.ok(now.inView, `out of sight: ${now.what}`);
    assert.ok(now.outlined, `nothing shows the focus: ${now.what}`);
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return stops;
  }
  return assert.fail(`never reached ${selector}: ${stops.join(" | ")}`);
}

/** Presses Enter, and waits for the page it leads to. */
export async function enter(page) {
  const there = page.waitForEvent("domcontentloaded");
  await page.keyboard.press("Enter");
  await there;
}
