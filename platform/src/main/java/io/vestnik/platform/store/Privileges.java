package io.vestnik.platform.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the database's programs are started: as we are, or, because PostgreSQL refuses root, as a system account that is
 * not root. A user namespace is the way out where that account could not reach the folder.
 *
 * @param prefix what stands before the command
 * @param owner {@code uid:gid} that must own the database's files, or none
 */
record Privileges(List<String> prefix, Optional<String> owner) {

    static Privileges forFolder(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Privileges(List.of(), Optional.empty());
        }
        Optional<String[]> account = systemAccount();
        if (account.isPresent() && onPath("setpriv") && othersMayReach(folder)) {
            String uid = account.get()[2];
            String gid = account.get()[3];
            List<String> prefix =
                    List.of("setpriv", "--reuid", uid, "--regid", gid, "--clear-groups", "--no-new-privs");
            return new Privileges(prefix, Optional.of(uid + ":" + gid));
        }
        if (onPath("unshare")) {
            return new Privileges(List.of("unshare", "-U"), Optional.empty());
        }
        throw new IOException("PostgreSQL does not run as root, and neither setpriv nor unshare is here:"
                + " start as an ordinary user, or set VESTNIK_DB_URL");
    }

    private static Optional<String[]> systemAccount() throws IOException {
        List<String> accounts = Files.readAllLines(Path.of("/etc/passwd"));
        for (String name : List.of("postgres", "nobody")) {
            for (String line : accounts) {
                if (line.startsWith(name + ":")) {
                    return Optional.of(line.split(":", -1));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean othersMayReach(Path folder) throws IOException {
        for (Path path = folder.toRealPath(); path != null; path = path.getParent()) {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Arrays.stream(path.split(":", -1)).anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
    }
}
