import { api } from "./api";
import type { EmergencyNumber } from "./types";
import { t } from "./words";

const NUMBER = "unknot-emergency-number";
const CRISIS_LINE = "unknot-crisis-line";

export interface NumbersToCall {
  number: string;
  /** Empty where none is known. */
  crisis_line: string;
}

/** The numbers to call here: the last known ones at once, and what the server says as soon as it answers. */
export function numbersToCall(): Readonly<NumbersToCall> {
  const numbers = $state<NumbersToCall>({
    number: localStorage.getItem(NUMBER) ?? t("emergency-number-anywhere"),
    crisis_line: localStorage.getItem(CRISIS_LINE) ?? "",
  });
  api.home().then(
    ({ emergency }) => {
      rememberNumbers(emergency);
      numbers.number = emergency.number;
      numbers.crisis_line = emergency.crisis_line;
    },
    () => {}, // Whatever goes wrong with the server, a number to call is shown already.
  );
  return numbers;
}

/** Remembers the numbers for when the server cannot be reached. */
export function rememberNumbers(emergency: EmergencyNumber): void {
  localStorage.setItem(NUMBER, emergency.number);
  localStorage.setItem(CRISIS_LINE, emergency.crisis_line);
}

/** The address that calls a number. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, "")}`;
}
