import { prepareReader, readFrame, readPhoto } from "../helpers/read-code.js";

const PAUSE = 120; // milliseconds between two frames that are looked at
const WANTED = "camera"; // in sessionStorage: the camera was on, so it is on again on the next page of this tab

/**
 * <code-scanner facing="environment">
 *   <button data-do="start" data-in="off">…</button>
 *   <video data-in="on" playsinline muted></video> <button data-do="stop" data-in="on">…</button>
 *   <button data-do="turn" data-in="turnable">…</button> <button data-do="light" data-in="lightable">…</button>
 *   <p data-in="insecure">…</p> <p data-in="denied">…</p> <p data-in="unread">…</p>
 *   <label data-in="insecure denied"><input type="file" accept="image/*" capture="environment">…</label>
 * </code-scanner>
 * Reads codes with the tablet's camera, or from a photo where a page may not use the camera: browsers give it only to
 * secure pages (https, or the laptop itself). Shows whatever is in `data-in` one of its states.
 * Tells a bubbling `scanned` event, detail {code}, for each code read, again and again while it is held there.
 */
class CodeScanner extends HTMLElement {
  #stream = null;
  #facing = "environment";
  #lit = false;

  connectedCallback() {
    this.#facing = this.getAttribute("facing") ?? this.#facing;
    this.addEventListener("click", this.#pressed);
    this.addEventListener("change", this.#photographed);
    addEventListener("pagehide", this.#release);
    if (!navigator.mediaDevices?.getUserMedia) this.#show("insecure");
    else if (sessionStorage.getItem(WANTED)) this.#start();
    else this.#show("off");
  }

  disconnectedCallback() {
    removeEventListener("pagehide", this.#release);
    this.#release();
  }

  #pressed = ({ target }) => {
    const deed = target.closest("[data-do]")?.dataset.do;
    if (deed === "start") this.#start();
    if (deed === "stop") this.#stop();
    if (deed === "turn") this.#turn();
    if (deed === "light") this.#light();
  };

  async #start() {
    this.#show("starting");
    const picture = { width: { ideal: 1280 }, facingMode: { ideal: this.#facing } };
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({ video: picture });
      await prepareReader();
    } catch {
      this.#release();
      this.#show("denied");
      return;
    }
    sessionStorage.setItem(WANTED, "on");
    const video = this.querySelector("video");
    video.srcObject = this.#stream;
    video.toggleAttribute("data-mirrored", this.#facing === "user");
    await video.play().catch(() => {});
    const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "videoinput");
    const light = this.#stream?.getVideoTracks()[0]?.getCapabilities?.().torch;
    this.#show("on", cameras.length > 1 && "turnable", light && "lightable");
    this.#look(this.#stream, video);
  }

  async #look(stream, video) {
    while (stream === this.#stream && stream !== null) {
      const code = video.videoWidth && !document.hidden ? await readFrame(video) : "";
      if (code && stream === this.#stream) this.#tell(code);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  #stop() {
    sessionStorage.removeItem(WANTED);
    this.#release();
    this.#show("off");
  }

  #turn() {
    this.#facing = this.#facing === "user" ? "environment" : "user";
    this.#release();
    this.#start();
  }

  #light() {
    this.#lit = !this.#lit;
    this.#stream?.getVideoTracks()[0].applyConstraints({ advanced: [{ torch: this.#lit }] });
  }

  #release = () => {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
  };

  #photographed = async ({ target }) => {
    const [file] = target.files;
    target.value = "";
    const code = file ? await readPhoto(file).catch(() => "") : "";
    if (code) this.#tell(code);
    this.#show(navigator.mediaDevices?.getUserMedia ? "denied" : "insecure", !code && "unread");
  };

  #tell(code) {
    this.dispatchEvent(new CustomEvent("scanned", { bubbles: true, detail: { code } }));
  }

  #show(...states) {
    this.dataset.state = states[0];
    for (const part of this.querySelectorAll("[data-in]"))
      part.hidden = !part.dataset.in.split(" ").some((state) => states.includes(state));
  }
}

customElements.define("code-scanner", CodeScanner);
