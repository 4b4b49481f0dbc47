// Every page of the programme, and who may see it.

/** What anybody may see. */
export const PUBLIC = ["/c", "/c/7K2M4-QXP9H", "/sign-in", "/nulle-part", "/map", "/styles", "/guide", "/guide/words", "/guide/coordinator", "/guide/partner-worker",
  "/guide/market-manager", "/guide/merchant", "/guide/treasurer", "/guide/approver", "/guide/funder", "/guide/evaluator", "/guide/auditor", "/guide/network", "/guide/household"];

// Where coupons are exchanged, and when, is for everybody in the programme; and each has what was written to them.
const PLACES = ["/messages", "/places", "/places/1", "/places/sheet", "/calendar", "/calendar?month=2025-08"];
const SALE = ["/sale", "/orders"];
const OFFICE = [...PLACES, "", "/receipts", "/batches", "/stock", "/handouts", "/bands", "/figure?of=used", "/figure?of=hand_outs", "/coupon", "/coupon?code=1-00001", "/disputes", "/alerts", "/settlement", "/settlement/1", "/settlement/waits", "/holds", "/working-capital", "/bank-details", "/funds", "/fund/1", "/fund/1/logo", "/fund-moves", "/forecast", "/season", "/agreements", "/agreements/1", "/moves", "/audit", "/signing-keys", "/amendments", "/people", "/books", ...SALE];
const DESK = ["/market", "/market/1", "/market/1?day=2025-09-11", "/market/1/slip", "/market/1/payments", "/market/1/slip?vendor=1&day=2025-09-11"];

/** What each role may see; the rest of ALL is not theirs. Those who may see all may not count coupons in. */
export const MAY = {
  "partner-worker": ["", "/handouts", "/handouts/register", "/handouts/register/print?partner=1", "/import", "/phones", ...PLACES],
  "market-manager": ["", ...DESK, ...SALE, "/count", "/import", "/phones", ...PLACES],
  merchant: ["", "/count", "/phones", "/vendor", "/agreements", "/agreements/1", "/bank-details", "/import", ...PLACES],
  treasurer: [...OFFICE, "/settlement/bank", "/settlement/1/deposits", "/campaign"],
  approver: OFFICE,
  funder: ["", "/funds", "/fund/1", "/fund/1/logo", ...PLACES],
  network: ["", "/amendments", ...PLACES],
  evaluator: ["", "?by=class", "/amendments", "/bands", "/figure?of=used", "/figure?of=hand_outs", ...PLACES],
  auditor: [...OFFICE, "/phones", ...DESK],
};

/** Pages outside the programme that a role has. */
export const ELSEWHERE = { network: ["/open", "/notebooks", "/scenarios", "/programmes"], treasurer: ["/scenarios"], approver: ["/scenarios"], auditor: ["/scenarios"] };

export const ALL = [...OFFICE, "/fund/1/terms", "/phones", "/settlement/bank", "/settlement/1/deposits", "/places/new", "/market", "/market/1", "/handouts/register", "/count", "/vendor", "/import", "/audit?run=1", "/batches/1/coupons.csv", "/campaign"];

/** What only a coordinator sees, and pages in a state of their own. */
export const COORDINATOR = [...OFFICE, ...DESK, "/campaign", "/fund/1/terms", "/phones", "/messages?to=everybody", "?by=class", "?by=fund", "/count", "/import", "/market/1?code=7K2M4-QXP9H", "/handouts/register", "/handouts/register/print?partner=1", "/settlement/2", "/settlement/3", "/vendor/1",
  "/places/1?close=2025-09-20", "/places/new", "/coupon?code=9", "/audit?run=1", "/forecast?scale=120&closed=1&sure=80&use-low=60&use-high=80"];
