// The camera: one frame at a time to the reader, what it finds to the page.

/**
 * Where the reader's thread is. A thread's script comes from the service worker only when its address is within the
 * scope; from elsewhere it would come from the browser's own cache, or, in a field a year later, from nowhere.
 */
export const thread = () => (navigator.serviceWorker?.controller ? "/phone/scanner.js" : new URL("scanner.js", import.meta.url));

export class Scanner {
  /**
   * @param {HTMLVideoElement} video
   * @param {(text: string, together: number) => void} found a square's text, and how many squares the frame shows
   * @param {(error: unknown) => void} trouble
   */
  constructor(video, found, trouble) {
    this.video = video;
    this.found = found;
    this.trouble = trouble;
    /** @type {MediaStream | null} */
    this.stream = null;
    /** @type {Worker | null} */
    this.worker = null;
    this.canvas = document.createElement("canvas");
  }

  get isOn() {
    return this.stream !== null;
  }

  async start() {
    if (this.stream) return;
    const wanted = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } };
    this.stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    this.video.srcObject = this.stream;
    await this.video.play();
    if (!this.worker) {
      this.worker = new Worker(thread());
      this.worker.onerror = (event) => this.trouble(event.message);
      this.worker.onmessage = ({ data }) => {
        if (data.error) this.trouble(data.error);
        for (const text of data.texts) this.found(text, data.texts.length);
        this.look();
      };
    }
    this.look();
  }

  stop() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.video.srcObject = null;
  }

  /** Sends the frame that the camera shows now. */
  look() {
    if (!this.stream || !this.worker) return;
    const { videoWidth: width, videoHeight: height } = this.video;
    if (width === 0 || document.hidden) {
      setTimeout(() => this.look(), 200);
      return;
    }
    this.canvas.width = width;
    this.canvas.height = height;
    const context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d", { willReadFrequently: true }));
    context.drawImage(this.video, 0, 0);
    const image = context.getImageData(0, 0, width, height);
    this.worker.postMessage({ image }, [image.data.buffer]);
  }
}
