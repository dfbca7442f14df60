import { api } from "./api";
import { NOWHERE, numbersIn } from "./calling";
import type { NumbersToCall } from "./types";
import { t } from "./words";

export { telephone } from "./calling";

const NUMBERS = "unknot-numbers-to-call";

let here = $state<NumbersToCall | null>(null);

/** The numbers to call here: the last known ones at once, and what the server says as soon as it answers. */
export function numbersToCall(): NumbersToCall {
  const known = here ?? numbersIn(localStorage.getItem(NUMBERS)) ?? anywhere();
  const numbers = $state({ ...known });
  $effect(() => {
    if (here !== null) Object.assign(numbers, here);
  });
  api.home().then(
    ({ emergency }) => rememberNumbers(emergency),
    () => {}, // Whatever goes wrong with the server, a number to call is shown already.
  );
  return numbers;
}

/** Shows these numbers from now on, and remembers them for when the server cannot be reached. */
export function rememberNumbers(numbers: NumbersToCall): void {
  here = numbers;
  localStorage.setItem(NUMBERS, JSON.stringify(numbers));
}

function anywhere(): NumbersToCall {
  return {
    country: NOWHERE,
    name: "",
    number: t("emergency-number-anywhere"),
    any_emergency: "",
    advice_line: "",
    crisis_line: "",
    confidence: "medium",
    lines_confidence: null,
    as_of: "",
    source: [],
  };
}
