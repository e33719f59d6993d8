/** Rules of people, roles, keys and sign-in. */
@NullMarked
package io.vestnik.platform.accounts.domain;

import org.jspecify.annotations.NullMarked;
