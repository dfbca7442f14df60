import type {
  Asked,
  Atlas,
  Cause,
  CauseAnswer,
  CheckIn,
  CheckInTold,
  Citation,
  Complaint,
  Download,
  EventsKept,
  Finding,
  GuidanceOffer,
  GuidanceView,
  Home,
  Knot,
  KnotEdit,
  Measure,
  NumberedEvent,
  NumbersToCall,
  Outcome,
  PlanMade,
  PlanRequest,
  Question,
  Settings,
  Story,
  Techniques,
  Verdict,
  WordsRead,
} from "./types";

/** What the server could not do, with the sentence that says why and what the person can do. */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly status: number,
    /** The id of a sentence in the words, to be said with `details`. */
    readonly messageId: string,
    readonly details: Readonly<Record<string, string | number>>,
    readonly field: string | null,
  ) {
    super(`${status} ${messageId}`);
  }
}

/** The server did not answer at all. Nothing is known about whether it got the request: send it again, unchanged. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

export const UNSPECIFIC_PROBLEM = "problem-unspecific";

/** A session does not wait longer for a server that has taken the request and says nothing. */
const SESSION_PATIENCE_MS = 5000;

interface ProblemBody {
  readonly message?: unknown;
  readonly field?: unknown;
  readonly details?: unknown;
}

/** A problem from the body of an answer that was not a success, whatever that body is. */
export function problemFrom(status: number, body: unknown): Problem {
  const said: ProblemBody = isObject(body) ? body : {};
  const details = isObject(said.details) ? Object.entries(said.details) : [];
  return new Problem(
    status,
    typeof said.message === "string" ? said.message : UNSPECIFIC_PROBLEM,
    Object.fromEntries(details.filter(isSayable)),
    typeof said.field === "string" ? said.field : null,
  );
}

export const api = {
  home: () => get<Home>("/api/home"),
  questions: () => get<{ questions: readonly Question[] }>("/api/questions"),
  screen: (told: CheckInTold) => send<Verdict>("POST", "/api/screen", told),
  keepCheckIn: (id: string, told: CheckInTold) => send<CheckIn>("POST", "/api/check-ins", { id, ...told }),
  atlas: () => get<Atlas>("/api/atlas"),
  readWords: (words: string) => send<WordsRead>("POST", "/api/own-words", { words }),
  find: (complaint: Complaint) => send<Finding>("POST", "/api/findings", complaint),
  techniques: () => get<Techniques>("/api/techniques"),
  makePlan: (request: PlanRequest) => send<PlanMade>("POST", "/api/plans", request),
  download: (plan: string) =>
    get<Download>(`/api/plans/${encodeURIComponent(plan)}/download`, SESSION_PATIENCE_MS),
  keepEvents: (plan: string, events: readonly NumberedEvent[]) =>
    send<EventsKept>(
      "POST",
      `/api/plans/${encodeURIComponent(plan)}/events`,
      { events },
      SESSION_PATIENCE_MS,
    ),
  keepOutcome: (plan: string, outcome: Outcome) =>
    send<Record<string, never>>(
      "POST",
      `/api/plans/${encodeURIComponent(plan)}/outcome`,
      outcome,
      SESSION_PATIENCE_MS,
    ),
  progress: () => get<Story>("/api/progress"),
  asked: () => get<Asked>("/api/measures/asked"),
  keepMeasure: (id: string, measure: Measure, corrects: string) =>
    send<{ id: string }>("POST", "/api/measures", { id, measure, corrects }),
  keepActivities: (id: string, names: Readonly<Record<string, string>>) =>
    send<{ id: string }>("POST", "/api/activities", { id, names }),
  keepKnotEdit: (id: string, edit: KnotEdit) =>
    send<{ knots: readonly Knot[] }>("POST", "/api/knots/edits", { id, edit }),
  knots: () => get<{ knots: readonly Knot[] }>("/api/knots"),
  causes: () => get<{ causes: readonly Cause[] }>("/api/causes"),
  keepCauses: (id: string, answers: Readonly<Record<string, CauseAnswer>>) =>
    send<{ causes: readonly Cause[] }>("POST", "/api/causes", { id, answers }),
  sources: () => get<{ citations: readonly Citation[] }>("/api/sources"),
  emergencyNumbers: () => get<{ numbers: readonly NumbersToCall[] }>("/api/emergency-numbers"),
  import: (file: string) => send<{ added: number; known: number }>("POST", "/api/import", file),
  erase: () => send<Record<string, never>>("POST", "/api/erase", { confirm: "erase" }),
  makeHandOver: (id: string) =>
    sent("POST", "/api/hand-overs", { id }).then((answer) => reached("/api/hand-overs", () => answer.text())),
  guidance: () => get<{ guidance: readonly GuidanceView[] }>("/api/guidance"),
  readGuidance: (file: string) => send<GuidanceOffer>("POST", "/api/guidance/read", { file }),
  takeUpGuidance: (id: string, file: string, compared: string) =>
    send<{ guidance: readonly GuidanceView[] }>("POST", "/api/guidance", { id, file, compared }),
  withdrawGuidance: (id: string, received: string) =>
    send<{ guidance: readonly GuidanceView[] }>("POST", "/api/guidance/withdraw", { id, received }),
  settings: () => get<Settings>("/api/settings"),
  keepSettings: (id: string, change: { country?: string; voice?: boolean; tries?: boolean }) =>
    send<Settings>("PUT", "/api/settings", { id, ...change }),
};

/** Where the whole record can be downloaded as one file. */
export const EXPORT_ADDRESS = "/api/export";

/** What can be taken along, each as one file to save. */
export const TAKE_ALONG = [
  { name: "report", address: "/api/take-along/report" },
  { name: "tables", address: "/api/take-along/tables" },
  { name: "fhir", address: "/api/take-along/fhir" },
  { name: "calendar", address: "/api/take-along/calendar" },
] as const;

function get<T>(path: string, patience_ms?: number): Promise<T> {
  const request = { headers: { Accept: "application/json" }, ...within(patience_ms) };
  return answered(path, request).then((answer) => reached(path, () => answer.json()));
}

/** The JSON that is answered. A body that is already JSON text is sent as it is. */
function send<T>(
  method: "POST" | "PUT",
  path: string,
  body: object | string,
  patience_ms?: number,
): Promise<T> {
  return sent(method, path, body, patience_ms).then((answer) => reached(path, () => answer.json()));
}

function sent(
  method: "POST" | "PUT",
  path: string,
  body: object | string,
  patience_ms?: number,
): Promise<Response> {
  return answered(path, {
    method,
    headers: { Accept: "application/json", "Content-Type": "application/json", "X-Unknot": "1" },
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...within(patience_ms),
  });
}

function within(patience_ms: number | undefined): RequestInit {
  return patience_ms === undefined ? {} : { signal: AbortSignal.timeout(patience_ms) };
}

async function answered(path: string, request: RequestInit): Promise<Response> {
  const response = await reached(path, () => fetch(path, request));
  if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => null));
  return response;
}

/** An answer that breaks off is one that never came. */
async function reached<T>(path: string, asking: () => Promise<T>): Promise<T> {
  try {
    return await asking();
  } catch (cause) {
    throw new Unreachable(path, { cause });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isSayable(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === "string" || typeof entry[1] === "number";
}
