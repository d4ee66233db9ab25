package roundhouse.limits;

/**
 * Lets so many requests be in progress at once and refuses the others; whoever was let in says when it has ended. After nginx 1.22.1
 * ({@code ngx_http_limit_conn_module.c}), one key of a zone; where several zones apply, ask each {@link #hasRoom} first.
 */
public final class ConnectionLimit {
    private final int most;
    private int inProgress;

    public ConnectionLimit(int most) {
        this.most = most;
    }

    public boolean hasRoom() {
        return inProgress < most;
    }

    public void begun() {
        inProgress++;
    }

    public void ended() {
        inProgress--;
    }

    /** Nothing is in progress, so it can be forgotten. */
    public boolean idle() {
        return inProgress == 0;
    }
}
