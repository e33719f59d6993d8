package io.vestnik.platform.channels.smpp;

import static io.vestnik.smpp.CommandStatus.ESME_RALYBND;
import static io.vestnik.smpp.CommandStatus.ESME_RBINDFAIL;
import static io.vestnik.smpp.CommandStatus.ESME_RCANCELFAIL;
import static io.vestnik.smpp.CommandStatus.ESME_RCNTSUBDL;
import static io.vestnik.smpp.CommandStatus.ESME_RDELIVERYFAILURE;
import static io.vestnik.smpp.CommandStatus.ESME_RINVBNDSTS;
import static io.vestnik.smpp.CommandStatus.ESME_RINVCMDID;
import static io.vestnik.smpp.CommandStatus.ESME_RINVCMDLEN;
import static io.vestnik.smpp.CommandStatus.ESME_RINVDESTFLAG;
import static io.vestnik.smpp.CommandStatus.ESME_RINVDFTMSGID;
import static io.vestnik.smpp.CommandStatus.ESME_RINVDLNAME;
import static io.vestnik.smpp.CommandStatus.ESME_RINVDSTADR;
import static io.vestnik.smpp.CommandStatus.ESME_RINVDSTNPI;
import static io.vestnik.smpp.CommandStatus.ESME_RINVDSTTON;
import static io.vestnik.smpp.CommandStatus.ESME_RINVESMCLASS;
import static io.vestnik.smpp.CommandStatus.ESME_RINVEXPIRY;
import static io.vestnik.smpp.CommandStatus.ESME_RINVMSGID;
import static io.vestnik.smpp.CommandStatus.ESME_RINVMSGLEN;
import static io.vestnik.smpp.CommandStatus.ESME_RINVNUMDESTS;
import static io.vestnik.smpp.CommandStatus.ESME_RINVNUMMSGS;
import static io.vestnik.smpp.CommandStatus.ESME_RINVOPTPARAMVAL;
import static io.vestnik.smpp.CommandStatus.ESME_RINVOPTPARSTREAM;
import static io.vestnik.smpp.CommandStatus.ESME_RINVPARLEN;
import static io.vestnik.smpp.CommandStatus.ESME_RINVPASWD;
import static io.vestnik.smpp.CommandStatus.ESME_RINVPRTFLG;
import static io.vestnik.smpp.CommandStatus.ESME_RINVREGDLVFLG;
import static io.vestnik.smpp.CommandStatus.ESME_RINVREPFLAG;
import static io.vestnik.smpp.CommandStatus.ESME_RINVSCHED;
import static io.vestnik.smpp.CommandStatus.ESME_RINVSERTYP;
import static io.vestnik.smpp.CommandStatus.ESME_RINVSRCADR;
import static io.vestnik.smpp.CommandStatus.ESME_RINVSRCNPI;
import static io.vestnik.smpp.CommandStatus.ESME_RINVSRCTON;
import static io.vestnik.smpp.CommandStatus.ESME_RINVSUBREP;
import static io.vestnik.smpp.CommandStatus.ESME_RINVSYSID;
import static io.vestnik.smpp.CommandStatus.ESME_RINVSYSTYP;
import static io.vestnik.smpp.CommandStatus.ESME_RMISSINGOPTPARAM;
import static io.vestnik.smpp.CommandStatus.ESME_RMSGQFUL;
import static io.vestnik.smpp.CommandStatus.ESME_ROPTPARNOTALLWD;
import static io.vestnik.smpp.CommandStatus.ESME_RQUERYFAIL;
import static io.vestnik.smpp.CommandStatus.ESME_RREPLACEFAIL;
import static io.vestnik.smpp.CommandStatus.ESME_RSUBMITFAIL;
import static io.vestnik.smpp.CommandStatus.ESME_RSYSERR;
import static io.vestnik.smpp.CommandStatus.ESME_RTHROTTLED;
import static io.vestnik.smpp.CommandStatus.ESME_RUNKNOWNERR;
import static io.vestnik.smpp.CommandStatus.ESME_RX_P_APPN;
import static io.vestnik.smpp.CommandStatus.ESME_RX_R_APPN;
import static io.vestnik.smpp.CommandStatus.ESME_RX_T_APPN;

import java.util.Map;

/**
 * What a refusing command_status means for the message (SMPP 3.4 §5.1.3), with the route's own opinions before the common ones.
 *
 * @param own by command_status; what the address of the route says otherwise
 */
record Verdicts(Map<Integer, Verdict> own) {
    /** The common table alone. */
    static final Verdicts COMMON = new Verdicts(Map.of());

    /** What to do with a refused message. */
    enum Verdict {
        /** The same message may be taken in a while. */
        TEMPORARY("temporary"),
        /** The same message will be refused again. */
        PERMANENT("permanent"),
        /** Too much at once: the connection must slow down, and the message may go soon. */
        THROTTLE("throttle"),
        /** It says nothing of the message: the connection itself is not as it should be and must be made anew. */
        LINK("link");

        private final String parameter;

        Verdict(String parameter) {
            this.parameter = parameter;
        }

        /** The parameter of a route's address that lists its own codes of this kind. */
        String parameter() {
            return parameter;
        }
    }

    Verdicts {
        own = Map.copyOf(own);
    }

    /** The verdict on a status other than ESME_ROK. */
    Verdict of(int status) {
        Verdict said = own.get(status);
        return said != null ? said : common(status);
    }

    private static Verdict common(int status) {
        return switch (status) {
            case ESME_RTHROTTLED, ESME_RMSGQFUL -> Verdict.THROTTLE;
            case ESME_RSYSERR, ESME_RX_T_APPN, ESME_RUNKNOWNERR -> Verdict.TEMPORARY;
            case ESME_RINVBNDSTS, ESME_RALYBND, ESME_RBINDFAIL, ESME_RINVPASWD, ESME_RINVSYSID, ESME_RINVSYSTYP ->
                Verdict.LINK;
            case ESME_RINVMSGLEN,
                    ESME_RINVCMDLEN,
                    ESME_RINVCMDID,
                    ESME_RINVPRTFLG,
                    ESME_RINVREGDLVFLG,
                    ESME_RINVSRCADR,
                    ESME_RINVDSTADR,
                    ESME_RINVMSGID,
                    ESME_RCANCELFAIL,
                    ESME_RREPLACEFAIL,
                    ESME_RINVSERTYP,
                    ESME_RINVNUMDESTS,
                    ESME_RINVDLNAME,
                    ESME_RINVDESTFLAG,
                    ESME_RINVSUBREP,
                    ESME_RINVESMCLASS,
                    ESME_RCNTSUBDL,
                    ESME_RSUBMITFAIL,
                    ESME_RINVSRCTON,
                    ESME_RINVSRCNPI,
                    ESME_RINVDSTTON,
                    ESME_RINVDSTNPI,
                    ESME_RINVREPFLAG,
                    ESME_RINVNUMMSGS,
                    ESME_RINVSCHED,
                    ESME_RINVEXPIRY,
                    ESME_RINVDFTMSGID,
                    ESME_RX_P_APPN,
                    ESME_RX_R_APPN,
                    ESME_RQUERYFAIL,
                    ESME_RINVOPTPARSTREAM,
                    ESME_ROPTPARNOTALLWD,
                    ESME_RINVPARLEN,
                    ESME_RMISSINGOPTPARAM,
                    ESME_RINVOPTPARAMVAL,
                    ESME_RDELIVERYFAILURE -> Verdict.PERMANENT;
            // Nobody but the network knows its own codes. Trying again within the lifetime loses nothing; giving up
            // would.
            default -> Verdict.TEMPORARY;
        };
    }
}
