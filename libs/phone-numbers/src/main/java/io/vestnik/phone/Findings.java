package io.vestnik.phone;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * What {@link PhoneFinder} found in a text, in the order of the text.
 *
 * @param found numbers with their places; one that stands twice is here twice
 * @param leftovers what looked like a number (7 digits or more, or a plus) and was not taken
 * @param readTo the index up to which the text was read; less than its length when the text was too long or too laborious,
 *     and then the rest is to be given to the finder again
 */
public record Findings(List<Found> found, List<Leftover> leftovers, int readTo) {
    public Findings {
        found = List.copyOf(found);
        leftovers = List.copyOf(leftovers);
    }

    /** A number from {@code start} to before {@code end}, in UTF-16 units. */
    public record Found(PhoneNumber number, Kind kind, Country country, int start, int end) {}

    /** A remnant from {@code start} to before {@code end}, and why it is no number. */
    public record Leftover(int start, int end, ParseResult.Reason reason) {}

    /** Every number once, in the order of first appearance. */
    public SequencedSet<PhoneNumber> numbers() {
        SequencedSet<PhoneNumber> numbers = new LinkedHashSet<>();
        found.forEach(it -> numbers.add(it.number()));
        return numbers;
    }
}
