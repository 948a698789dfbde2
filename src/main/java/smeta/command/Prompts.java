package smeta.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import smeta.library.Call;

/** Where calls come from: standard input, a file, or a folder of files. */
final class Prompts {
    private Prompts() {}

    /** A vendor's request if it begins with a brace, else a plain prompt. */
    static Call call(byte[] bytes) {
        for (byte b : bytes) {
            if (!Character.isWhitespace(b)) {
                return b == '{' ? Call.ofRequest(bytes) : Call.ofPrompt(text(bytes));
            }
        }
        return Call.ofPrompt(text(bytes));
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** @param file {@code -} for standard input */
    static byte[] bytes(String file, InputStream in) {
        try {
            return file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    /** The prompts of a file or folder by their names: {@code .json}, {@code .txt} and {@code .md}, at every depth. */
    static Map<String, Call> named(String place) {
        Path path = Path.of(place);
        Map<String, Call> calls = new TreeMap<>();
        if (!Files.isDirectory(path)) {
            calls.put("", call(bytes(place, InputStream.nullInputStream())));
            return calls;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = path.relativize(file).toString().replace('\\', '/');
                if (name.matches(".*\\.(json|txt|md)")) {
                    calls.put(name, call(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw unreadable(place);
        }
        return calls;
    }

    static WrongUsage unreadable(String file) {
        return new WrongUsage("“" + file + "” can't be read; name a file that is there, or - for standard input");
    }
}
