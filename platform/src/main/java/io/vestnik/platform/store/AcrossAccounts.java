package io.vestnik.platform.store;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Allows SQL that is not bound to one account, and says why no account's question can reach another's data through it; a
 * store method without it names the account whose data it touches.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AcrossAccounts {
    /** Who asks instead, in a few words. */
    String value();
}
