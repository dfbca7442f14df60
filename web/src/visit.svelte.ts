import { blankVisit, readVisit, type VisitInProgress, writeVisit } from "./visit-record";

const PLACE = "unknot-visit";

/**
 * The visit in progress in this tab. Assign to its fields and call `keepVisit()`: it then survives a reload.
 * Another tab has its own.
 */
export const visit = $state<VisitInProgress>(readVisit(sessionStorage.getItem(PLACE)));

/** Keeps the visit as it is now for a reload of this tab. */
export function keepVisit(): void {
  sessionStorage.setItem(PLACE, writeVisit(visit));
}

/** Begins another visit: nothing of the last one in this tab is left. */
export function startVisit(): void {
  Object.assign(visit, blankVisit());
  keepVisit();
}
