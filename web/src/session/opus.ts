// Samples as Opus in an Ogg file, by the browser's own encoder: some fifteen times smaller than a WAV.
// RFC 3533 (Ogg) and RFC 7845 (Opus in it) say what each number is.

const BITS_A_SECOND = 32_000;
const CHUNK_S = 1;
const GRANULES_A_SECOND = 48_000;
const SERIAL = 0x556e6b74;
const PACKETS_A_PAGE = 50;
const FIRST = 2;
const LAST = 4;

interface Packet {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly granules: number;
}

/** Null where the browser cannot encode Opus or could not play the file. */
export async function encodeOpus(samples: Float32Array<ArrayBuffer>, rate_hz: number): Promise<Blob | null> {
  const config: AudioEncoderConfig = {
    codec: "opus",
    sampleRate: rate_hz,
    numberOfChannels: 1,
    bitrate: BITS_A_SECOND,
  };
  if (!("AudioEncoder" in globalThis) || new Audio().canPlayType('audio/ogg; codecs="opus"') === "")
    return null;
  try {
    if (!(await AudioEncoder.isConfigSupported(config)).supported) return null;
    const { packets, head } = await encoded(samples, rate_hz, config);
    return oggOf(packets, head, Math.round((samples.length / rate_hz) * GRANULES_A_SECOND));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null; // it promised more than it can do
  }
}

async function encoded(samples: Float32Array<ArrayBuffer>, rate_hz: number, config: AudioEncoderConfig) {
  const packets: Packet[] = [];
  let head = headOf(rate_hz);
  let failure: DOMException | null = null;
  const encoder = new AudioEncoder({
    output: (chunk, about) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      packets.push({ bytes, granules: Math.round(((chunk.duration ?? 20_000) / 1e6) * GRANULES_A_SECOND) });
      const given = about?.decoderConfig?.description;
      if (given) head = bytesOf(given);
    },
    error: (error) => {
      failure = error;
    },
  });
  encoder.configure(config);
  const size = CHUNK_S * rate_hz;
  for (let from = 0; from < samples.length; from += size) {
    const data = samples.slice(from, from + size);
    const timestamp = Math.round((from / rate_hz) * 1e6);
    const piece = {
      format: "f32",
      sampleRate: rate_hz,
      numberOfFrames: data.length,
      numberOfChannels: 1,
    } as const;
    encoder.encode(new AudioData({ ...piece, timestamp, data }));
  }
  await encoder.flush();
  encoder.close();
  if (failure) throw failure;
  return { packets, head };
}

/** The pages of a file: who it is, what it is called, then the sound in order. */
export function oggOf(packets: readonly Packet[], head: Uint8Array, lasts: number): Blob {
  const skipped = new DataView(head.buffer, head.byteOffset).getUint16(10, true);
  const pages = [page([head], 0, 0, FIRST), page([tags()], 0, 1, 0)];
  let granule = 0;
  for (let from = 0; from < packets.length; from += PACKETS_A_PAGE) {
    const some = packets.slice(from, from + PACKETS_A_PAGE);
    granule += some.reduce((sum, { granules }) => sum + granules, 0);
    const isLast = from + PACKETS_A_PAGE >= packets.length;
    const shown = isLast ? Math.min(granule, lasts + skipped) : granule;
    pages.push(
      page(
        some.map(({ bytes }) => bytes),
        shown,
        pages.length,
        isLast ? LAST : 0,
      ),
    );
  }
  return new Blob(pages, { type: "audio/ogg" });
}

/** A page of whole packets, with the sum that its readers check. */
function page(
  packets: readonly Uint8Array[],
  granule: number,
  number: number,
  kind: number,
): Uint8Array<ArrayBuffer> {
  const laces = packets.flatMap(({ length }) => [
    ...new Array(Math.floor(length / 255)).fill(255),
    length % 255,
  ]);
  const bytes = new Uint8Array(27 + laces.length + packets.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set(letters("OggS"));
  view.setUint8(5, kind);
  view.setBigUint64(6, BigInt(granule), true);
  view.setUint32(14, SERIAL, true);
  view.setUint32(18, number, true);
  view.setUint8(26, laces.length);
  bytes.set(laces, 27);
  let at = 27 + laces.length;
  for (const packet of packets) {
    bytes.set(packet, at);
    at += packet.length;
  }
  view.setUint32(22, checksum(bytes), true);
  return bytes;
}

/** The usual head of a sound of one channel, for encoders that give none; 312 is how much libopus looks ahead. */
function headOf(rate_hz: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(19);
  const view = new DataView(head.buffer);
  head.set(letters("OpusHead"));
  view.setUint8(8, 1);
  view.setUint8(9, 1);
  view.setUint16(10, 312, true);
  view.setUint32(12, rate_hz, true);
  return head;
}

function tags(): Uint8Array {
  const vendor = letters("Unknot");
  const bytes = new Uint8Array(16 + vendor.length);
  bytes.set(letters("OpusTags"));
  new DataView(bytes.buffer).setUint32(8, vendor.length, true);
  bytes.set(vendor, 12);
  return bytes;
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array<ArrayBuffer> {
  const view = ArrayBuffer.isView(source) ? source : new Uint8Array(source);
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
}

function letters(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit++) sum = (sum << 1) ^ (sum & 0x80000000 ? 0x04c11db7 : 0);
  return sum;
});

function checksum(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => ((sum << 8) ^ (SUMS[(sum >>> 24) ^ byte] ?? 0)) >>> 0, 0);
}
