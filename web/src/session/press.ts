// A button that counts as it is touched, not as it is let go of: what must be fast, and what a finger may slide off.
import type { Attachment } from "svelte/attachments";

/** A click belongs to a press that came shortly before; after this long it is one of its own. */
const CLICK_FOLLOWS_MS = 1000;

/**
 * Acts when a finger or the main button goes down, and on a click that no press came before: of a keyboard, a screen
 * reader, a spoken "click Stop". What appears under the finger meanwhile is not pressed by it.
 */
export function press(act: () => void): Attachment<HTMLElement> {
  return (node) => {
    const touched = (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0) return;
      event.preventDefault(); // no focus goes where the finger is: the screen that follows sets its own
      swallowItsClick();
      act();
    };
    node.addEventListener("pointerdown", touched);
    node.addEventListener("click", act);
    return () => {
      node.removeEventListener("pointerdown", touched);
      node.removeEventListener("click", act);
    };
  };
}

/** The click that ends a press goes nowhere, whatever lies there by now; the next press is none of ours. */
function swallowItsClick(): void {
  const over = new AbortController();
  const { signal } = over;
  const end = () => over.abort();
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    end();
  };
  addEventListener("click", swallow, { capture: true, signal });
  addEventListener("pointerdown", end, { capture: true, signal });
  addEventListener("keydown", end, { capture: true, signal });
  addEventListener("pointerup", () => setTimeout(end, CLICK_FOLLOWS_MS), { capture: true, signal });
}
