/** One server-sent event. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
  /** The last id that the stream has said, with this event or before it. */
  readonly id: string | undefined;
}

/** Reads the text of an event stream, however it is cut into pieces. What has no empty line after it is no event yet. */
export class EventParser {
  #rest = '';
  #id: string | undefined;
  #name = '';
  #data: string[] = [];

  /** The events that `text` completes. */
  push(text: string): ServerEvent[] {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#take(line) ?? []);
  }

  #take(line: string): ServerEvent | undefined {
    if (line === '') return this.#complete();
    const [field = '', value = ''] = line.split(/: ?(.*)/s);
    if (field === 'event') this.#name = value;
    if (field === 'data') this.#data.push(value);
    if (field === 'id' && !value.includes('\0')) this.#id = value;
    return undefined;
  }

  #complete(): ServerEvent | undefined {
    const [name, data] = [this.#name || 'message', this.#data];
    this.#name = '';
    this.#data = [];
    if (data.length === 0) return undefined;
    return { name, data: data.join('\n'), id: this.#id };
  }
}
