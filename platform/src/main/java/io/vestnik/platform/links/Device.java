package io.vestnik.platform.links;

import java.util.Locale;

/** What follows a link. Stored by its number, which never changes. */
public enum Device {
    PHONE(1),
    TABLET(2),
    DESKTOP(3),
    /** A program, or the preview of a link: it never counts as a person. */
    ROBOT(4);

    private final int number;

    Device(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in texts, such as {@code phone}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class stored under this number; an unknown one is refused. */
    public static Device ofNumber(int number) {
        for (Device device : values()) {
            if (device.number == number) {
                return device;
            }
        }
        throw new IllegalArgumentException("Not a class of devices: " + number);
    }
}
