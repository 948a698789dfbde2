import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks the Maven that the wrapper runs. Only a JDK is needed: {@code java FetchMaven.java VERSION SHA512 TARGET [ZIP]}.
 * Without ZIP the distribution comes from Apache's own archive. The checksum decides in both cases.
 */
class FetchMaven {
    public static void main(String[] args) throws Exception {
        String version = args[0];
        String sha512 = args[1];
        Path target = Path.of(args[2]);
        Files.createDirectories(target.getParent());
        Path zip = args.length > 3 ? Path.of(args[3]) : download(version, target.getParent());
        String found = sha512(zip);
        if (!found.equals(sha512)) {
            System.err.println("mvnw: " + zip + " has SHA-512 " + found + ", expected " + sha512 + "; nothing was installed.");
            System.exit(1);
        }
        Path unpacked = Files.createTempDirectory(target.getParent(), "unpack");
        unzip(zip, unpacked);
        Path home = unpacked.resolve("apache-maven-" + version);
        home.resolve("bin/mvn").toFile().setExecutable(true);
        try {
            Files.move(home, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
            // another build installed the same version meanwhile; its checksum was verified too
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(home, target);
        }
    }

    private static Path download(String version, Path folder) throws IOException, InterruptedException {
        URI uri = URI.create("https://archive.apache.org/dist/maven/maven-3/" + version
                + "/binaries/apache-maven-" + version + "-bin.zip");
        System.err.println("mvnw: fetching " + uri);
        Path zip = Files.createTempFile(folder, "maven", ".zip");
        HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20)).build();
        HttpResponse<Path> answer = client.send(HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(5)).build(),
                HttpResponse.BodyHandlers.ofFile(zip));
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " answered " + answer.statusCode());
        }
        return zip;
    }

    private static String sha512(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
    }
}
