// Templates kept in this browser and nowhere else: rounded to half a decibel, erasable, read with care.
import { COMMANDS, type Command, type Template } from "./commands";
import { BANDS } from "./features";

const PLACE = "unknot-sayings";
const FORM = 1;
const STEPS_PER_DB = 2;
const DEEPEST_STEP = 127;

interface KeptTemplate {
  command: Command;
  level_db: number;
  /** Steps of half a decibel below the loudest frame, frame after frame. */
  depths: number[];
}

/** What is kept; nothing where there is nothing or where it cannot be read. */
export function keptTemplates(shelf: Storage): Template[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(PLACE) ?? "null");
    return isKept(kept) ? kept.templates.map(templateOf) : [];
  } catch {
    return [];
  }
}

/** False where there is no room: what was learnt then lasts as long as the page. */
export function keepTemplates(shelf: Storage, templates: readonly Template[]): boolean {
  try {
    shelf.setItem(PLACE, JSON.stringify({ form: FORM, templates: templates.map(keptOf) }));
    return true;
  } catch {
    return false;
  }
}

export function forgetTemplates(shelf: Storage): void {
  shelf.removeItem(PLACE);
}

function keptOf({ command, shape, level_db }: Template): KeptTemplate {
  const depths = shape.flatMap((frame) =>
    Array.from(frame, (one) => Math.min(Math.max(Math.round(-one * STEPS_PER_DB), 0), DEEPEST_STEP)),
  );
  return { command, level_db, depths };
}

function templateOf({ command, level_db, depths }: KeptTemplate): Template {
  const shape = Array.from({ length: depths.length / BANDS }, (_, at) =>
    Float32Array.from(depths.slice(at * BANDS, (at + 1) * BANDS), (one) => -one / STEPS_PER_DB),
  );
  return { command, level_db, shape };
}

function isKept(kept: unknown): kept is { templates: KeptTemplate[] } {
  if (typeof kept !== "object" || kept === null) return false;
  const { form, templates } = kept as { form?: unknown; templates?: unknown };
  return form === FORM && Array.isArray(templates) && templates.every(isKeptTemplate);
}

function isKeptTemplate(one: Partial<KeptTemplate> | null): boolean {
  const { command, level_db, depths } = one ?? {};
  return (
    COMMANDS.some((known) => known === command) &&
    Number.isFinite(level_db) &&
    Array.isArray(depths) &&
    depths.length > 0 &&
    depths.length % BANDS === 0 &&
    depths.every((depth) => Number.isInteger(depth) && depth >= 0 && depth <= DEEPEST_STEP)
  );
}

const SWITCH = "unknot-listens";

/** Sessions listen as soon as something is learnt, until that is switched off. */
export function listensInSessions(shelf: Storage): boolean {
  return shelf.getItem(SWITCH) !== "no";
}

export function setListensInSessions(shelf: Storage, listens: boolean): void {
  shelf.setItem(SWITCH, listens ? "yes" : "no");
}
