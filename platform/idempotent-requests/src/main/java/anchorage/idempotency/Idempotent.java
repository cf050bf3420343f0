package anchorage.idempotency;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that does its work once for each {@code Idempotency-Key} that a client sends, and answers the same to all
 * who repeat it. For operations whose body is JSON and whose answer holds no secret, since both are kept.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {}
