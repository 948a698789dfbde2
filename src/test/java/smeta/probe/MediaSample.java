package smeta.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Media for tests: files made by other programs, and pieces to build others by hand. */
final class MediaSample {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static byte[] file(String name) {
        try (InputStream in = MediaSample.class.getResourceAsStream("/probe/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MediaSample text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    MediaSample bytes(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    MediaSample u8(int value) {
        out.write(value);
        return this;
    }

    MediaSample u16(int value) {
        return u8(value >> 8).u8(value);
    }

    MediaSample u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    MediaSample u16le(int value) {
        return u8(value).u8(value >> 8);
    }

    MediaSample u32le(long value) {
        return u16le((int) value).u16le((int) (value >> 16));
    }

    MediaSample zeros(int count) {
        out.writeBytes(new byte[count]);
        return this;
    }

    /** An ISO media box. */
    static byte[] box(String type, byte[]... contents) {
        MediaSample sample = new MediaSample();
        int size = 8;
        for (byte[] content : contents) {
            size += content.length;
        }
        sample.u32(size).text(type);
        for (byte[] content : contents) {
            sample.bytes(content);
        }
        return sample.done();
    }

    byte[] done() {
        return out.toByteArray();
    }
}
