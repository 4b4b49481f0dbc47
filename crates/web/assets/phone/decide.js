// What the phone answers about one coupon without a network: the same rule as crates/domain/src/phone.rs.
// tests/vectors/decide.json holds the two together.

/**
 * Everything a phone takes into a field, as `GET /api/v1/phone/lists` gives it.
 * @typedef {object} Lists
 * @property {number} programme
 * @property {string} key
 * @property {string} name
 * @property {boolean} simulated
 * @property {string} zone
 * @property {string} made_at
 * @property {{ slot: number, public: string }[]} keys
 * @property {ListedClass[]} classes
 * @property {{ starts_on: string, ends_on: string, last_claim_on: string }} season
 * @property {boolean} is_closed
 * @property {{ id: number, name: string, classes?: number[] }[]} vendors
 * @property {{ id: number, name: string }[]} places
 * @property {{ vendor: number, place: number, from: string, until: string }[]} stalls
 * @property {number[]} [boxes] places where nobody stands: coupons wait in a sealed box
 * @property {{ value_cents: number, lists_hours: number }} limits
 * @property {Record<string, string>} gone
 * @property {string} [version] the end of the log that they are of
 * @property {string} [since] the version that `gone` goes on from, when it does not list all
 * @property {number} [gone_count] how many coupons `gone` lists, with what came before
 * @property {Peer[]} [peers] the other devices that accept coupons at the same places; none in lists of an older version
 *
 * @typedef {{ id: string, public: string, label: string, vendor?: number, place?: number, hub?: string }} Peer its key: SEC1 bytes, base64url; `hub` is its address, when it is a market's hub
 *
 * @typedef {object} ListedClass
 * @property {number} id
 * @property {string} letter
 * @property {string} name
 * @property {string} colour
 * @property {number} face_minor
 * @property {string} unit
 * @property {string} unit_name
 * @property {"granted" | "sold"} funding
 * @property {string | null} starts_on
 * @property {string | null} expires_on
 * @property {number[]} [places] the only places where it may be spent; none means all
 *
 * @typedef {{ kind: "signed", programme: number, class: number, face_minor: number, expires_on: string | null, verified: boolean }
 *   | { kind: "typed", class: number }} Presented
 *
 * @typedef {object} Situation
 * @property {string} now
 * @property {number} vendor
 * @property {number} place
 * @property {Presented} presented
 * @property {string | null} gone its state, when it is among the coupons worth nothing any more
 * @property {"no" | "in_payment" | "accepted" | "elsewhere"} seen on this phone, or on another that showed what it accepted
 * @property {number} unheard_minor value accepted the same day that the server has not heard of
 *
 * @typedef {{ code: string } & Record<string, unknown>} No
 * @typedef {{ verdict: "accept", minor: number } | { verdict: "doubt", minor: number, reason: "typed" | "new_class" }
 *   | { verdict: "refuse", no: No }} Answer
 */

const HOUR_MS = 3_600_000;

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * The day of an instant in a zone, `2025-08-02`: days compare as texts.
 * @param {number} ms
 * @param {string} zone
 */
export function dayOf(ms, zone) {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/** @type {Record<string, string>} */
const GONE = { redeemed: "already_redeemed", lost: "lost_coupon", stolen: "stolen_coupon", returned: "returned_coupon" };

/**
 * Decides about one coupon.
 * @param {Lists} lists
 * @param {Situation} at
 * @returns {Answer}
 */
export function decide(lists, at) {
  /** @type {(code: string, facts?: object) => Answer} */
  const no = (code, facts = {}) => ({ verdict: "refuse", no: { code, ...facts } });
  const { presented } = at;
  if (presented.kind === "signed" && presented.programme !== lists.programme) return no("other_programme");
  if (presented.kind === "signed" && !presented.verified) return no("bad_signature");
  const now = Date.parse(at.now);
  const day = dayOf(now, lists.zone);
  const hours = lists.limits.lists_hours;
  if (hours > 0 && Math.trunc((now - Date.parse(lists.made_at)) / HOUR_MS) > hours) return no("old_lists", { hours });
  const stall = lists.stalls.some((s) => s.vendor === at.vendor && s.place === at.place && s.from <= day && day <= s.until);
  if (!stall) return no("no_agreement");
  if (at.seen === "in_payment") return no("repeated");
  if (at.seen === "accepted") return no("already_redeemed");
  if (at.seen === "elsewhere") return no("accepted_elsewhere");
  const found = lists.classes.find((c) => c.id === presented.class);
  if (at.gone === "expired") return no("expired_coupon", { on: found?.expires_on ?? null });
  if (at.gone) return no(GONE[at.gone] ?? "void_coupon");
  let minor;
  /** @type {"typed" | "new_class" | null} */
  let doubt = null;
  if (found) {
    const wrong = judgeClass(lists, at, found, day);
    if (wrong) return { verdict: "refuse", no: wrong };
    minor = found.face_minor;
    if (presented.kind === "typed") doubt = "typed";
  } else {
    if (presented.kind === "typed") return no("unknown_class");
    if (presented.expires_on !== null && day > presented.expires_on) return no("expired_coupon", { on: presented.expires_on });
    minor = presented.face_minor;
    doubt = "new_class";
  }
  const limit = lists.limits.value_cents;
  if (limit > 0 && at.unheard_minor + minor > limit) return no("over_phone_limit", { limit });
  return doubt ? { verdict: "doubt", minor, reason: doubt } : { verdict: "accept", minor };
}

/**
 * The classes that a stall accepts where it stands.
 * @param {Lists} lists
 * @param {{ vendor: number, place: number }} stall
 */
export function classesHere(lists, { vendor, place }) {
  const mine = lists.vendors.find(({ id }) => id === vendor);
  return lists.classes.filter((c) => (!mine?.classes?.length || mine.classes.includes(c.id)) && (!c.places?.length || c.places.includes(place)));
}

/**
 * @param {Lists} lists
 * @param {{ vendor: number, place: number }} at
 * @param {ListedClass} found
 * @param {string} day
 * @returns {No | null}
 */
function judgeClass(lists, { vendor, place }, found, day) {
  const accepts = lists.vendors.some((v) => v.id === vendor && (!v.classes?.length || v.classes.includes(found.id)));
  if (!accepts) return { code: "wrong_class", letter: found.letter };
  if (found.places?.length && !found.places.includes(place)) return { code: "wrong_place", letter: found.letter };
  if (found.starts_on !== null && day < found.starts_on) return { code: "too_early", from: found.starts_on };
  if (found.expires_on !== null && day > found.expires_on) return { code: "expired_coupon", on: found.expires_on };
  if (found.funding === "granted") {
    if (lists.is_closed) return { code: "season_closed" };
    const last = lists.season.last_claim_on;
    if (day > last) return { code: "claim_too_late", last };
  }
  return null;
}
