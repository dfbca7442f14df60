import { describe, expect, it } from "vitest";
import { countriesByName, countryName, linesFor, numbersIn, telephone } from "./calling";
import type { NumbersToCall } from "./types";

function numbers(told: Partial<NumbersToCall>): NumbersToCall {
  return {
    country: "AT",
    name: "Austria",
    number: "144",
    any_emergency: "112",
    advice_line: "1450",
    crisis_line: "142",
    confidence: "high",
    lines_confidence: "high",
    as_of: "2026-11-25",
    source: ["decision:0004"],
    ...told,
  };
}

describe("the lines to call", () => {
  it("are all that are known, the ambulance first", () => {
    expect(linesFor(numbers({}))).toEqual([
      { purpose: "emergency", number: "144" },
      { purpose: "any-emergency", number: "112" },
      { purpose: "advice", number: "1450" },
      { purpose: "crisis", number: "142" },
    ]);
  });

  it("leave out what is not known", () => {
    const ones = numbers({ any_emergency: "", advice_line: "", crisis_line: "" });
    expect(linesFor(ones)).toEqual([{ purpose: "emergency", number: "144" }]);
  });

  it("come in the order asked for", () => {
    expect(linesFor(numbers({}), ["crisis", "emergency"]).map(({ purpose }) => purpose)).toEqual([
      "crisis",
      "emergency",
    ]);
  });

  it("are called without their spaces", () => {
    expect(telephone("0800 111 0 111")).toBe("tel:08001110111");
  });
});

describe("the countries", () => {
  const all = [
    numbers({}),
    numbers({ country: "ZZ", name: "" }),
    numbers({ country: "DE", name: "Germany" }),
  ];

  it("have names in the person's language and its order, without the unknown one", () => {
    expect(countriesByName(all, ["de-AT"]).countries).toEqual([
      { country: "DE", name: "Deutschland" },
      { country: "AT", name: "Österreich" },
    ]);
    expect(countriesByName(all, ["en-GB"]).countries.map(({ name }) => name)).toEqual(["Austria", "Germany"]);
  });

  it("say in which language their names are", () => {
    expect(countriesByName(all, ["de"]).language).toBe("de");
  });

  it("fall back to English where the browser has no names in that language", () => {
    expect(countriesByName(all, ["tlh"]).countries.map(({ name }) => name)).toEqual(["Austria", "Germany"]);
  });

  it("name one alone as well", () => {
    expect(countryName(numbers({}), ["fr"])).toBe("Autriche");
  });
});

describe("remembered numbers", () => {
  it("are read as they were written", () => {
    expect(numbersIn(JSON.stringify(numbers({})))).toEqual(numbers({}));
  });

  it.each([null, "", "999", "{", "null", "[]", '{"number":"999"}', JSON.stringify(numbers({ number: "" }))])(
    "are none where %j stands",
    (remembered) => {
      expect(numbersIn(remembered)).toBeNull();
    },
  );
});
