package io.vestnik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of the project, with what was built in it. */
public record House(Path root) {

    /** The server's jar, with its libraries beside it. */
    public Path server() {
        return one(root.resolve("platform/target/server"), "platform-*-server.jar");
    }

    /** Options that start the server from the cache of loaded classes, if {@code up} has made one of this build. */
    public List<String> quickStart() {
        Path cache = server().resolveSibling("server.aot");
        try {
            return Files.exists(cache) && Files.size(cache) > 0
                    ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off")
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The simulated operator, in one jar. */
    public Path simulator() {
        return one(root.resolve("simulator/target"), "simulator-*-app.jar");
    }

    /** The program that runs this very JDK. */
    public String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path one(Path folder, String pattern) {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
                for (Path jar : found) {
                    return jar;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("Not built: no " + pattern + " in " + folder);
    }
}
