package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.pipeline.InboundMessage.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words by which people mean something: however they are written, in large or small letters, with signs around and between, with
 * letters of the other alphabet that look the same, or typed with the keyboard in the other language.
 */
final class Words {
    /** How much of a text can be a word at all. */
    private static final int LONGEST = 40;

    /** Cyrillic capitals, and a digit, over the Latin ones that look the same. */
    private static final String LIKE = "АВЕЁКМНОРСТУХІЈЅ0";

    private static final String LATIN = "ABEEKMHOPCTYXIJSO";

    /** The same keys of the two keyboards. */
    private static final String KEYS_RU = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ";

    private static final String KEYS_EN = "QWERTYUIOPASDFGHJKLZXCVBNM";

    private static final Set<String> STOP = written("STOP", "СТОП", "ОТПИСКА", "UNSUBSCRIBE");
    private static final Set<String> START = written("START", "СТАРТ");

    private Words() {}

    /** What a text asks for that says one of these words and nothing else. */
    static Wish wish(String text) {
        String word = plain(text);
        if (STOP.contains(word)) {
            return Wish.STOP;
        }
        return START.contains(word) ? Wish.START : Wish.NONE;
    }

    /** The first word of a text, to be compared with another one; empty where there is none. */
    static String first(String text) {
        return plain(text.strip().split("\\s", 2)[0]);
    }

    /** A word as it is compared: letters and digits only, those that look alike made one. */
    static String plain(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> {
                    int like = LIKE.indexOf(c);
                    plain.appendCodePoint(like < 0 ? c : LATIN.charAt(like));
                });
        return plain.toString();
    }

    private static Set<String> written(String... words) {
        return List.of(words).stream()
                .flatMap(word -> Stream.of(word, typed(word, KEYS_RU, KEYS_EN), typed(word, KEYS_EN, KEYS_RU)))
                .map(Words::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The word as it comes when the keyboard is in the other language. */
    private static String typed(String word, String meant, String set) {
        StringBuilder typed = new StringBuilder(word.length());
        word.chars().forEach(c -> {
            int key = meant.indexOf(c);
            typed.append(key < 0 ? (char) c : set.charAt(key));
        });
        return typed.toString();
    }
}
