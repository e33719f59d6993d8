package io.vestnik.smpp;

import java.util.HashMap;
import java.util.Map;

/** Values of command_status (SMPP 3.4 §5.1.3); an open set: vendors add their own from 0x400 to 0x4FF, and some elsewhere. */
public final class CommandStatus {
    /** No error. */
    public static final int ESME_ROK = 0x00;

    /** Message length is invalid. */
    public static final int ESME_RINVMSGLEN = 0x01;

    /** Command length is invalid. */
    public static final int ESME_RINVCMDLEN = 0x02;

    /** Invalid command id. */
    public static final int ESME_RINVCMDID = 0x03;

    /** Incorrect bind status for the given command. */
    public static final int ESME_RINVBNDSTS = 0x04;

    /** Already bound. */
    public static final int ESME_RALYBND = 0x05;

    /** Invalid priority flag. */
    public static final int ESME_RINVPRTFLG = 0x06;

    /** Invalid registered delivery flag. */
    public static final int ESME_RINVREGDLVFLG = 0x07;

    /** System error. */
    public static final int ESME_RSYSERR = 0x08;

    /** Invalid source address. */
    public static final int ESME_RINVSRCADR = 0x0A;

    /** Invalid destination address. */
    public static final int ESME_RINVDSTADR = 0x0B;

    /** Message id is invalid. */
    public static final int ESME_RINVMSGID = 0x0C;

    /** Bind failed. */
    public static final int ESME_RBINDFAIL = 0x0D;

    /** Invalid password. */
    public static final int ESME_RINVPASWD = 0x0E;

    /** Invalid system id. */
    public static final int ESME_RINVSYSID = 0x0F;

    /** Cancel_sm failed. */
    public static final int ESME_RCANCELFAIL = 0x11;

    /** Replace_sm failed. */
    public static final int ESME_RREPLACEFAIL = 0x13;

    /** Message queue is full. */
    public static final int ESME_RMSGQFUL = 0x14;

    /** Invalid service type. */
    public static final int ESME_RINVSERTYP = 0x15;

    /** Invalid number of destinations. */
    public static final int ESME_RINVNUMDESTS = 0x33;

    /** Invalid distribution list name. */
    public static final int ESME_RINVDLNAME = 0x34;

    /** Invalid destination flag. */
    public static final int ESME_RINVDESTFLAG = 0x40;

    /** Submit with replace is not supported or not allowed. */
    public static final int ESME_RINVSUBREP = 0x42;

    /** Invalid esm_class. */
    public static final int ESME_RINVESMCLASS = 0x43;

    /** Cannot submit to the distribution list. */
    public static final int ESME_RCNTSUBDL = 0x44;

    /** Submit failed. */
    public static final int ESME_RSUBMITFAIL = 0x45;

    /** Invalid source TON. */
    public static final int ESME_RINVSRCTON = 0x48;

    /** Invalid source NPI. */
    public static final int ESME_RINVSRCNPI = 0x49;

    /** Invalid destination TON. */
    public static final int ESME_RINVDSTTON = 0x50;

    /** Invalid destination NPI. */
    public static final int ESME_RINVDSTNPI = 0x51;

    /** Invalid system type. */
    public static final int ESME_RINVSYSTYP = 0x53;

    /** Invalid replace_if_present flag. */
    public static final int ESME_RINVREPFLAG = 0x54;

    /** Invalid number of messages. */
    public static final int ESME_RINVNUMMSGS = 0x55;

    /** Throttling: the allowed rate was exceeded. */
    public static final int ESME_RTHROTTLED = 0x58;

    /** Invalid scheduled delivery time. */
    public static final int ESME_RINVSCHED = 0x61;

    /** Invalid validity period. */
    public static final int ESME_RINVEXPIRY = 0x62;

    /** Predefined message is invalid or not found. */
    public static final int ESME_RINVDFTMSGID = 0x63;

    /** Receiver's temporary error. */
    public static final int ESME_RX_T_APPN = 0x64;

    /** Receiver's permanent error. */
    public static final int ESME_RX_P_APPN = 0x65;

    /** Receiver refuses the message. */
    public static final int ESME_RX_R_APPN = 0x66;

    /** Query_sm failed. */
    public static final int ESME_RQUERYFAIL = 0x67;

    /** Error in the optional part of the PDU. */
    public static final int ESME_RINVOPTPARSTREAM = 0xC0;

    /** Optional parameter is not allowed. */
    public static final int ESME_ROPTPARNOTALLWD = 0xC1;

    /** Invalid parameter length. */
    public static final int ESME_RINVPARLEN = 0xC2;

    /** Expected optional parameter is missing. */
    public static final int ESME_RMISSINGOPTPARAM = 0xC3;

    /** Invalid value of an optional parameter. */
    public static final int ESME_RINVOPTPARAMVAL = 0xC4;

    /** Delivery failure (data_sm_resp). */
    public static final int ESME_RDELIVERYFAILURE = 0xFE;

    /** Unknown error. */
    public static final int ESME_RUNKNOWNERR = 0xFF;

    private static final Map<Integer, String> NAMES = names();

    private CommandStatus() {}

    /** The name as the standard writes it, such as {@code ESME_RTHROTTLED}, or the value in hex. */
    public static String name(int status) {
        String name = NAMES.get(status);
        return name != null ? name : String.format("0x%08X", status);
    }

    private static Map<Integer, String> names() {
        Map<Integer, String> names = new HashMap<>();
        nameRequests(names);
        nameRest(names);
        return names;
    }

    private static void nameRequests(Map<Integer, String> names) {
        names.put(ESME_ROK, "ESME_ROK");
        names.put(ESME_RINVMSGLEN, "ESME_RINVMSGLEN");
        names.put(ESME_RINVCMDLEN, "ESME_RINVCMDLEN");
        names.put(ESME_RINVCMDID, "ESME_RINVCMDID");
        names.put(ESME_RINVBNDSTS, "ESME_RINVBNDSTS");
        names.put(ESME_RALYBND, "ESME_RALYBND");
        names.put(ESME_RINVPRTFLG, "ESME_RINVPRTFLG");
        names.put(ESME_RINVREGDLVFLG, "ESME_RINVREGDLVFLG");
        names.put(ESME_RSYSERR, "ESME_RSYSERR");
        names.put(ESME_RINVSRCADR, "ESME_RINVSRCADR");
        names.put(ESME_RINVDSTADR, "ESME_RINVDSTADR");
        names.put(ESME_RINVMSGID, "ESME_RINVMSGID");
        names.put(ESME_RBINDFAIL, "ESME_RBINDFAIL");
        names.put(ESME_RINVPASWD, "ESME_RINVPASWD");
        names.put(ESME_RINVSYSID, "ESME_RINVSYSID");
        names.put(ESME_RCANCELFAIL, "ESME_RCANCELFAIL");
        names.put(ESME_RREPLACEFAIL, "ESME_RREPLACEFAIL");
        names.put(ESME_RMSGQFUL, "ESME_RMSGQFUL");
        names.put(ESME_RINVSERTYP, "ESME_RINVSERTYP");
        names.put(ESME_RINVNUMDESTS, "ESME_RINVNUMDESTS");
        names.put(ESME_RINVDLNAME, "ESME_RINVDLNAME");
        names.put(ESME_RINVDESTFLAG, "ESME_RINVDESTFLAG");
        names.put(ESME_RINVSUBREP, "ESME_RINVSUBREP");
        names.put(ESME_RINVESMCLASS, "ESME_RINVESMCLASS");
    }

    private static void nameRest(Map<Integer, String> names) {
        names.put(ESME_RCNTSUBDL, "ESME_RCNTSUBDL");
        names.put(ESME_RSUBMITFAIL, "ESME_RSUBMITFAIL");
        names.put(ESME_RINVSRCTON, "ESME_RINVSRCTON");
        names.put(ESME_RINVSRCNPI, "ESME_RINVSRCNPI");
        names.put(ESME_RINVDSTTON, "ESME_RINVDSTTON");
        names.put(ESME_RINVDSTNPI, "ESME_RINVDSTNPI");
        names.put(ESME_RINVSYSTYP, "ESME_RINVSYSTYP");
        names.put(ESME_RINVREPFLAG, "ESME_RINVREPFLAG");
        names.put(ESME_RINVNUMMSGS, "ESME_RINVNUMMSGS");
        names.put(ESME_RTHROTTLED, "ESME_RTHROTTLED");
        names.put(ESME_RINVSCHED, "ESME_RINVSCHED");
        names.put(ESME_RINVEXPIRY, "ESME_RINVEXPIRY");
        names.put(ESME_RINVDFTMSGID, "ESME_RINVDFTMSGID");
        names.put(ESME_RX_T_APPN, "ESME_RX_T_APPN");
        names.put(ESME_RX_P_APPN, "ESME_RX_P_APPN");
        names.put(ESME_RX_R_APPN, "ESME_RX_R_APPN");
        names.put(ESME_RQUERYFAIL, "ESME_RQUERYFAIL");
        names.put(ESME_RINVOPTPARSTREAM, "ESME_RINVOPTPARSTREAM");
        names.put(ESME_ROPTPARNOTALLWD, "ESME_ROPTPARNOTALLWD");
        names.put(ESME_RINVPARLEN, "ESME_RINVPARLEN");
        names.put(ESME_RMISSINGOPTPARAM, "ESME_RMISSINGOPTPARAM");
        names.put(ESME_RINVOPTPARAMVAL, "ESME_RINVOPTPARAMVAL");
        names.put(ESME_RDELIVERYFAILURE, "ESME_RDELIVERYFAILURE");
        names.put(ESME_RUNKNOWNERR, "ESME_RUNKNOWNERR");
    }
}
