"""Protocol buffers as far as the embedded Sass protocol needs them: varints, fields, packets.

https://protobuf.dev/programming-guides/encoding/ and sass/sass `spec/embedded-protocol.md`.
"""

from typing import BinaryIO

VARINT, FIXED64, BYTES = 0, 1, 2

Value = int | bytes | str
Fields = dict[int, list[int | bytes]]


def varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def message(*fields: tuple[int, Value]) -> bytes:
    """An encoded message of (field number, value); zeros and empty strings are left out, as proto3 does.

    Nested messages are bytes; a repeated field comes once for each of its values.
    """
    return b"".join(field(number, value) for number, value in fields if value or isinstance(value, bytes))


def field(number: int, value: Value) -> bytes:
    if isinstance(value, int):
        return varint(number << 3 | VARINT) + varint(int(value))
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | BYTES) + varint(len(data)) + data


def fields(data: bytes) -> Fields:
    """The fields of an encoded message by number, in order; numbers as int, everything else as bytes."""
    found: Fields = {}
    position = 0
    while position < len(data):
        tag, position = take_varint(data, position)
        value: int | bytes
        kind = tag & 7
        if kind == VARINT:
            value, position = take_varint(data, position)
        else:
            if kind == BYTES:
                length, position = take_varint(data, position)
            else:
                length = 8 if kind == FIXED64 else 4  # the only other kind in use
            value, position = data[position : position + length], position + length
        found.setdefault(tag >> 3, []).append(value)
    return found


def take_varint(data: bytes, position: int) -> tuple[int, int]:
    number = shift = 0
    while True:
        byte = data[position]
        position += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, position
        shift += 7


def text(content: Fields, number: int) -> str:
    value = content.get(number, [b""])[-1]
    return value.decode() if isinstance(value, bytes) else ""


def number(content: Fields, field_number: int) -> int:
    value = content.get(field_number, [0])[-1]
    return value if isinstance(value, int) else 0


def nested(content: Fields, number: int) -> Fields | None:
    """The message in a field, None where it is absent."""
    value = content.get(number, [None])[-1]
    return fields(value) if isinstance(value, bytes) else None


def packet(compilation: int, content: bytes) -> bytes:
    body = varint(compilation) + content
    return varint(len(body)) + body


def read_packet(stream: BinaryIO) -> tuple[int, bytes] | None:
    """(compilation id, encoded message) of the next packet, None at the end of the stream."""
    length = shift = 0
    while True:
        byte = stream.read(1)
        if not byte:
            return None
        length |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            break
        shift += 7
    body = stream.read(length)
    if len(body) < length:
        return None
    compilation, start = take_varint(body, 0)
    return compilation, body[start:]
