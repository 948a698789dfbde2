package smeta.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The translations in a compiled catalogue of messages ({@code .mo}; format: GNU gettext's manual, "MO Files"). */
final class GettextFile {
    private static final int MAGIC = 0x950412de;
    private static final Pattern CHARSET = Pattern.compile("charset=([\\w-]+)");
    private final ByteBuffer bytes;

    private GettextFile(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** None if the file is of another format or in a charset that this JDK doesn't have. */
    static Stream<String> translations(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.limit() >= 28 && bytes.getInt(0) == Integer.reverseBytes(MAGIC)) {
                bytes.order(ByteOrder.BIG_ENDIAN);
            }
            return bytes.limit() >= 28 && bytes.getInt(0) == MAGIC
                    ? new GettextFile(bytes).translations() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> translations() {
        int count = bytes.getInt(8);
        if (count == 0 || bytes.getInt(bytes.getInt(12)) != 0) {
            return Stream.empty();
        }
        Matcher charset = CHARSET.matcher(translation(0, StandardCharsets.ISO_8859_1));
        if (!charset.find() || !Charset.isSupported(charset.group(1))) {
            return Stream.empty();
        }
        Charset known = Charset.forName(charset.group(1));
        return IntStream.range(1, count).mapToObj(i -> translation(i, known))
                .flatMap(forms -> Arrays.stream(forms.split("\0")));
    }

    private String translation(int index, Charset charset) {
        int entry = bytes.getInt(16) + 8 * index;
        return new String(bytes.array(), bytes.getInt(entry + 4), bytes.getInt(entry), charset);
    }
}
