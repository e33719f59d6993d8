package io.vestnik.smpp;

/** Tags of the optional parameters (SMPP 3.4 §5.3.2); an open set: vendors use 0x1400 to 0x3FFF. */
public final class Tlv {
    public static final int DEST_ADDR_SUBUNIT = 0x0005;
    public static final int DEST_NETWORK_TYPE = 0x0006;
    public static final int DEST_BEARER_TYPE = 0x0007;
    public static final int DEST_TELEMATICS_ID = 0x0008;
    public static final int SOURCE_ADDR_SUBUNIT = 0x000D;
    public static final int SOURCE_NETWORK_TYPE = 0x000E;
    public static final int SOURCE_BEARER_TYPE = 0x000F;
    public static final int SOURCE_TELEMATICS_ID = 0x0010;
    public static final int QOS_TIME_TO_LIVE = 0x0017;
    public static final int PAYLOAD_TYPE = 0x0019;
    public static final int ADDITIONAL_STATUS_INFO_TEXT = 0x001D;
    public static final int RECEIPTED_MESSAGE_ID = 0x001E;
    public static final int MS_MSG_WAIT_FACILITIES = 0x0030;
    public static final int PRIVACY_INDICATOR = 0x0201;
    public static final int SOURCE_SUBADDRESS = 0x0202;
    public static final int DEST_SUBADDRESS = 0x0203;
    public static final int USER_MESSAGE_REFERENCE = 0x0204;
    public static final int USER_RESPONSE_CODE = 0x0205;
    public static final int SOURCE_PORT = 0x020A;
    public static final int DESTINATION_PORT = 0x020B;
    public static final int SAR_MSG_REF_NUM = 0x020C;
    public static final int LANGUAGE_INDICATOR = 0x020D;
    public static final int SAR_TOTAL_SEGMENTS = 0x020E;
    public static final int SAR_SEGMENT_SEQNUM = 0x020F;
    public static final int SC_INTERFACE_VERSION = 0x0210;
    public static final int CALLBACK_NUM_PRES_IND = 0x0302;
    public static final int CALLBACK_NUM_ATAG = 0x0303;
    public static final int NUMBER_OF_MESSAGES = 0x0304;
    public static final int CALLBACK_NUM = 0x0381;
    public static final int DPF_RESULT = 0x0420;
    public static final int SET_DPF = 0x0421;
    public static final int MS_AVAILABILITY_STATUS = 0x0422;
    public static final int NETWORK_ERROR_CODE = 0x0423;
    public static final int MESSAGE_PAYLOAD = 0x0424;
    public static final int DELIVERY_FAILURE_REASON = 0x0425;
    public static final int MORE_MESSAGES_TO_SEND = 0x0426;
    public static final int MESSAGE_STATE = 0x0427;
    public static final int USSD_SERVICE_OP = 0x0501;
    public static final int DISPLAY_TIME = 0x1201;
    public static final int SMS_SIGNAL = 0x1203;
    public static final int MS_VALIDITY = 0x1204;
    public static final int ALERT_ON_MESSAGE_DELIVERY = 0x130C;
    public static final int ITS_REPLY_TYPE = 0x1380;
    public static final int ITS_SESSION_INFO = 0x1383;

    private Tlv() {}

    /**
     * Whether octets that do not fit as a parameter look like one that was cut: the standard defines the tag, or it is a vendor's
     * and claims a modest length. Anything else is more likely text gone astray: two digits make a vendor's tag too.
     */
    static boolean isPlausible(int tag, int length) {
        boolean vendor = tag >= 0x1400 && tag <= 0x3FFF;
        return isDefined(tag) || (vendor && length >= 0 && length <= 1024);
    }

    private static boolean isDefined(int tag) {
        return switch (tag) {
            case DEST_ADDR_SUBUNIT,
                    DEST_NETWORK_TYPE,
                    DEST_BEARER_TYPE,
                    DEST_TELEMATICS_ID,
                    SOURCE_ADDR_SUBUNIT,
                    SOURCE_NETWORK_TYPE,
                    SOURCE_BEARER_TYPE,
                    SOURCE_TELEMATICS_ID,
                    QOS_TIME_TO_LIVE,
                    PAYLOAD_TYPE,
                    ADDITIONAL_STATUS_INFO_TEXT,
                    RECEIPTED_MESSAGE_ID,
                    MS_MSG_WAIT_FACILITIES,
                    PRIVACY_INDICATOR,
                    SOURCE_SUBADDRESS,
                    DEST_SUBADDRESS,
                    USER_MESSAGE_REFERENCE,
                    USER_RESPONSE_CODE,
                    SOURCE_PORT,
                    DESTINATION_PORT,
                    SAR_MSG_REF_NUM,
                    LANGUAGE_INDICATOR,
                    SAR_TOTAL_SEGMENTS,
                    SAR_SEGMENT_SEQNUM,
                    SC_INTERFACE_VERSION,
                    CALLBACK_NUM_PRES_IND,
                    CALLBACK_NUM_ATAG,
                    NUMBER_OF_MESSAGES,
                    CALLBACK_NUM,
                    DPF_RESULT,
                    SET_DPF,
                    MS_AVAILABILITY_STATUS,
                    NETWORK_ERROR_CODE,
                    MESSAGE_PAYLOAD,
                    DELIVERY_FAILURE_REASON,
                    MORE_MESSAGES_TO_SEND,
                    MESSAGE_STATE,
                    USSD_SERVICE_OP,
                    DISPLAY_TIME,
                    SMS_SIGNAL,
                    MS_VALIDITY,
                    ALERT_ON_MESSAGE_DELIVERY,
                    ITS_REPLY_TYPE,
                    ITS_SESSION_INFO -> true;
            default -> false;
        };
    }
}
