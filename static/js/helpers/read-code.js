import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm";

// Badges and most tickets are QR codes; the rest is what printed tickets carry.
const FORMATS = ["QRCode", "Aztec", "DataMatrix", "PDF417", "Code128"];
const NATIVE = { qr_code: "QRCode", aztec: "Aztec", data_matrix: "DataMatrix", pdf417: "PDF417", code_128: "Code128" };
const MOST_PIXELS = 1600; // of the longer side: a badge across a tenth of a photo still has 160

// Beside this script and from nowhere else: left alone, the library would ask a server on the internet.
const locateFile = () => new URL(wasm, import.meta.url).href;

let module;
/** Loads the reader, once; to be called before the kiosk may be out of reach. */
export const prepareReader = () => (module ??= prepareZXingModule({ overrides: { locateFile }, fireImmediately: true }));

let native;
async function nativeReader() {
  const can = "BarcodeDetector" in globalThis ? await BarcodeDetector.getSupportedFormats() : [];
  const formats = can.filter((format) => format in NATIVE);
  return formats.includes("qr_code") ? new BarcodeDetector({ formats }) : null;
}

/** The text of a code in a frame of a <video>, or "". The browser's own reader is quicker, where it has one. */
export async function readFrame(video) {
  try {
    const reader = await (native ??= nativeReader());
    if (reader) return (await reader.detect(video))[0]?.rawValue ?? "";
  } catch {
    native = Promise.resolve(null); // it is there and does not work: some tablets lack the service behind it
  }
  return readPixels(video, video.videoWidth, video.videoHeight);
}

/** The text of a code in a photo, or "". Throws where the file is no picture. */
export async function readPhoto(file) {
  const picture = await createImageBitmap(file);
  return readPixels(picture, picture.width, picture.height);
}

async function readPixels(source, width, height) {
  await prepareReader();
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  brush.drawImage(source, 0, 0, canvas.width, canvas.height);
  const pixels = brush.getImageData(0, 0, canvas.width, canvas.height);
  const [code] = await readBarcodes(pixels, { formats: FORMATS, maxNumberOfSymbols: 1 });
  return code?.text ?? "";
}
