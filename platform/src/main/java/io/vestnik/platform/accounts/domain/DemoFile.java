package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.DemoSecrets;
import io.vestnik.platform.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DemoFile implements DemoSecrets {
    private final Path file;

    DemoFile(StoreSettings settings) {
        this.file = settings.data().toAbsolutePath().resolve("demo.properties");
    }

    @Override
    public synchronized void keep(String name, String value) {
        try {
            List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
            lines.removeIf(line -> line.startsWith(name + "="));
            lines.add(name + "=" + value);
            PrivateFile.replace(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
