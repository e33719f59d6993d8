/** What each script takes and answers. */
@NullMarked
package io.vestnik.platform.smsc.domain;

import org.jspecify.annotations.NullMarked;
