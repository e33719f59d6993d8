package io.vestnik.platform.contacts.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels of everybody's contacts: a plan of numbers concerns all accounts alike. */
public interface LabelStore {
    /** The next labels behind this place, at most so many, in the order of accounts and ids. */
    List<Label> after(Label.@Nullable Place place, int most);

    /** Writes these labels where the contact is still there with the same phone; tells how many. */
    int write(List<Label> labels);
}
