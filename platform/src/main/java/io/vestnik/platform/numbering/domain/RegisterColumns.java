package io.vestnik.platform.numbering.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the columns of the Russian register are, found by their names: it has had six to eight of them.
 *
 * @param region what is written of the region; -1 where there is no such column, as the next ones
 * @param territory the same by the state's register of addresses, which is always filled
 */
record RegisterColumns(int code, int from, int to, int capacity, int operator, int region, int territory, int inn) {

    /** The columns of a header; none when it is no header of the register. */
    static Optional<RegisterColumns> of(List<String> header) {
        List<String> names = header.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}]", ""))
                .toList();
        RegisterColumns columns = new RegisterColumns(
                first(names, name -> name.endsWith("def")), // "АВС/ DEF", its first letters of either alphabet
                names.indexOf("от"),
                names.indexOf("до"),
                names.indexOf("емкость"),
                names.indexOf("оператор"),
                names.indexOf("регион"),
                first(names, name -> name.startsWith("территория")),
                names.indexOf("инн"));
        return columns.suffice() ? Optional.of(columns) : Optional.empty();
    }

    private boolean suffice() {
        return Math.min(Math.min(code, from), Math.min(to, operator)) >= 0 && Math.max(region, territory) >= 0;
    }

    /** The first name that fits; -1 when there is none. */
    private static int first(List<String> names, Predicate<String> fits) {
        for (int i = 0; i < names.size(); i++) {
            if (fits.test(names.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
