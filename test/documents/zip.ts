import { crc32, deflateRawSync, constants as zlib } from 'node:zlib';

/** One file of an archive; what its headers claim can differ from what it holds. */
export type Packed = {
  name: string;
  /** Compressed already, by method 8. */
  packed: Buffer;
  size: number;
  sum: number;
  method?: number;
  flags?: number;
};

export function pack(name: string, text: string | Buffer, claims: Partial<Packed> = {}): Packed {
  const data = Buffer.from(text);
  return { name, packed: deflateRawSync(data), size: data.length, sum: crc32(data), ...claims };
}

/** `chunk` so many times over, without ever holding it all: a chunk flushed in full can follow itself. */
export function packRepeated(name: string, chunk: Buffer, times: number, claims: Partial<Packed> = {}): Packed {
  const block = deflateRawSync(chunk, { finishFlush: zlib.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const packed = Buffer.concat([...Array.from({ length: times }, () => block), end]);
  return { name, packed, size: chunk.length * times, sum: 0, ...claims };
}

/** An archive by APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16. `entries` overrides the count the end record claims. */
export function zip(files: readonly Packed[], { entries = files.length, shared = false } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { name, packed, size, sum, method = 8, flags = 0 } = file;
    const bytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(sum, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(bytes.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, bytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(shared ? 0 : offset, 10);
    central.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, rest, bytes]));
    if (shared && locals.length > 0) continue;
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
