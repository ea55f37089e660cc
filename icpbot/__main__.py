"""The process's edge: runs the command line and turns what went wrong into one sentence."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icpbot.domain.errors import IcpbotError

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: see adapters/embeddings/local.py


def main() -> None:
    """Run a command; exit status as in the contract (0 done, 1 no, 2 usage, 3 in use, 4 service)."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    from typer import Abort, BadParameter, Exit
    from typer.main import get_command

    from icpbot.cli.app import app
    from icpbot.cli.common import close_all
    from icpbot.domain.errors import IcpbotError

    # typer carries its own click and does not export its UsageError, the parent of BadParameter.
    usage_error: type[Exception] = BadParameter.__bases__[0]
    try:
        result = get_command(app).main(args=arguments, prog_name="icpbot", standalone_mode=False)
    except IcpbotError as error:
        return complain(error)
    except Exit as done:
        return done.exit_code
    except (Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:  # the reader of our output has gone: `icpbot sources | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except usage_error as error:
        error.show(file=sys.stderr)  # type: ignore[attr-defined]
        return 2
    except Exception:
        import logging

        logging.getLogger("icpbot").exception("unexpected")
        return complain(None)
    finally:
        close_all()
    return int(result or 0)


def complain(error: "IcpbotError | None") -> int:
    from icpbot.messages.voice import FluentVoice

    language = os.environ.get("ICPBOT_LANGUAGE") or "en"  # settings may be what is wrong
    key, values = (error.key, error.values) if error else ("unexpected", {})
    print(FluentVoice().say(key, language, **values), file=sys.stderr)  # noqa: T201
    return error.exit_code if error else 4


if __name__ == "__main__":
    main()
