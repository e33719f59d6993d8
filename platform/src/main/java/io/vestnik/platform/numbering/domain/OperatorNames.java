package io.vestnik.platform.numbering.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the network in what the register writes of an operator: by its taxpayer's number (INN), which does not change with the
 * spelling, else by its name. Who is not in our table keeps the legal name without its form, and gets a code that is
 * the same on each load and in each installation: the country's 250 and the INN, or 11 digits of the name's hash.
 */
final class OperatorNames {
    private static final String RUSSIA = "250";
    private static final Pattern INN = Pattern.compile("\\d{10}|\\d{12}");
    private static final Pattern QUOTES = Pattern.compile("[\"«»„“”'`]");
    private static final Pattern FORM = Pattern.compile(
            "^(?:пао|оао|зао|ооо|нао|ао|фгуп|гуп|муп|фгбу|ип|ано|ик|публичное|открытое|закрытое|непубличное|акционерное|общество"
                    + "|с|ограниченной|ответственностью)(?=\\s)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final long ELEVEN_DIGITS = 100_000_000_000L;

    private final Map<String, Network> byInn = new HashMap<>();
    private final Map<String, Network> byName = new HashMap<>();
    private final Map<String, Network> byCode = new HashMap<>();

    /** A network of our table, with the INNs and legal names of those who have numbers in it. */
    void know(Network network, Collection<String> inns, String @Nullable [] legalNames) {
        inns.forEach(inn -> byInn.put(inn, network));
        byCode.put(network.code(), network);
        // The same brand works in several countries: those of the others are told by code.
        if (network.code().startsWith(RUSSIA)) {
            byName.put(key(network.name()), network);
        }
        for (String name : legalNames == null ? new String[0] : legalNames) {
            byName.put(key(name), network);
        }
    }

    /** The network of an operator as the register writes it. */
    Network of(String written, String inn) {
        Network known = byInn.get(inn);
        String name = withoutForm(written);
        if (known == null && !INN.matcher(inn).matches()) {
            known = byName.get(key(name));
        }
        return known == null ? new Network(code(name, inn), name) : known;
    }

    /** The network of our table that is meant by a code or by a name. */
    Optional<Network> known(String codeOrName) {
        Network byItsCode = byCode.get(codeOrName);
        return Optional.ofNullable(byItsCode == null ? byName.get(key(withoutForm(codeOrName))) : byItsCode);
    }

    /** Whether the code is of our own making. */
    static boolean isOurs(String code) {
        return code.length() > 6;
    }

    private static String code(String name, String inn) {
        if (INN.matcher(inn).matches()) {
            return RUSSIA + inn;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key(name).getBytes(StandardCharsets.UTF_8));
            return RUSSIA
                    + "%011d".formatted(Math.floorMod(ByteBuffer.wrap(hash).getLong(), ELEVEN_DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutForm(String written) {
        String name = SPACES.matcher(QUOTES.matcher(written).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        for (String shorter = FORM.matcher(name).replaceFirst(""); !shorter.equals(name); ) {
            name = shorter;
            shorter = FORM.matcher(name).replaceFirst("");
        }
        return name;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
