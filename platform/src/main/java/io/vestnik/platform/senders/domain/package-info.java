/** The rules of sender names: who has which, who answers, papers and codes. */
@NullMarked
package io.vestnik.platform.senders.domain;

import org.jspecify.annotations.NullMarked;
