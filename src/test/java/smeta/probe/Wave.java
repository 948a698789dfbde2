package smeta.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Silence: 8-bit mono at 8 kHz, in the 44-byte header that every WAV reader knows. */
public final class Wave {
    private Wave() {}

    public static byte[] ofSeconds(int seconds) {
        int size = 8000 * seconds;
        ByteBuffer wave = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + size)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        wave.putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(8000)
                .putShort((short) 1)
                .putShort((short) 8);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
        return wave.array();
    }
}
