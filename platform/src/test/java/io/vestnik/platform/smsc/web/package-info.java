/** Tests of where requests come in. */
@NullMarked
package io.vestnik.platform.smsc.web;

import org.jspecify.annotations.NullMarked;
