// Spoken cues, by a voice that lives on this machine and by no other: a voice from elsewhere would send the words away.

/** A local English voice; null where there is none, and captions must do. */
export function localVoice(): SpeechSynthesisVoice | null {
  if (!("speechSynthesis" in globalThis)) return null;
  const voices = speechSynthesis
    .getVoices()
    .filter((voice) => voice.localService && voice.lang.startsWith("en"));
  return voices.find((voice) => voice.default) ?? voices[0] ?? null;
}

/** Browsers load their voices late: tells whenever there may be one. Returns what ends it. */
export function watchVoices(listener: (voice: SpeechSynthesisVoice | null) => void): () => void {
  const tell = () => listener(localVoice());
  tell();
  if (!("speechSynthesis" in globalThis)) return () => {};
  speechSynthesis.addEventListener("voiceschanged", tell);
  return () => speechSynthesis.removeEventListener("voiceschanged", tell);
}

const UNHURRIED = 0.92;

/** `speed`: times the unhurried pace of a session. */
export function speak(words: string, voice: SpeechSynthesisVoice, volume: number, speed: number): void {
  hush();
  const saying = new SpeechSynthesisUtterance(words);
  saying.voice = voice;
  saying.lang = voice.lang;
  saying.rate = UNHURRIED * speed;
  saying.volume = volume;
  speechSynthesis.speak(saying);
}

/** True while a line is spoken: what the microphone then hears may be that line. */
export function isSpeaking(): boolean {
  return "speechSynthesis" in globalThis && speechSynthesis.speaking;
}

export function hush(): void {
  if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
}
