package io.vestnik.sms;

import java.util.Arrays;

/**
 * One short message ready for the wire.
 *
 * @param userData what short_message carries, at most 160 bytes, the header included when there is one; not copied
 * @param udh whether the user data begin with a header: esm_class bit 6 then
 * @param dataCoding 0 for the route's own alphabet, 8 for UCS-2; of a flash 0x10 for GSM 03.38, 0x18 for UCS-2
 * @param place what the header says, or what the sar_* parameters must say when there is no header and total is above 1
 */
public record Part(byte[] userData, boolean udh, int dataCoding, PartPlace place) {
    /** Whether the sar_* parameters must go with this part. */
    public boolean needsSar() {
        return !udh && place.total() > 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Part(byte[] data, boolean header, int coding, PartPlace at)
                && Arrays.equals(userData, data)
                && udh == header
                && dataCoding == coding
                && place.equals(at);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(userData) + place.hashCode();
    }

    /** Says nothing of the text: this may get into a log. */
    @Override
    public String toString() {
        return "Part[" + userData.length + " bytes, udh=" + udh + ", dataCoding=" + dataCoding + ", " + place + "]";
    }
}
