package io.vestnik.platform.smsc.domain;

/**
 * One recipient of an entry.
 *
 * @param written the number as it was given
 * @param digits empty where it is no number
 */
record Target(Entry entry, String written, String digits) {
    boolean isNumber() {
        return !digits.isEmpty();
    }

    /** The number as it is answered: as written where it is none. */
    String shown() {
        return isNumber() ? digits : written;
    }
}
