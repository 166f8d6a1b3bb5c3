import { defaultRetryRequest } from '../../revision/revise.js';
import type { CompanionFile } from '../row-format.js';

const text = String.raw`"""Rewards by running code, for verl, TRL and verifiers. Needs nothing but Python's standard library.

Asks a reward server, which verifies replies: serveRewards of the npm package "codeio". What the
server says of a reply is one of three things:

  a score       the reply was verified: by default 1.0 for a right one and 0.0 for a wrong one
  unverifiable  nobody knows, for instance because the sandbox lost the call several times
  an error      the server cannot be reached, or the row holds no valid ground truth

The last two never become a wrong mark by themselves. An error is raised. What becomes of a reply
that is unverifiable is for you to say, by the argument "unverifiable" of every function here (in
verl: custom_reward_function.reward_kwargs) or by the variable CODEIO_REWARD_UNVERIFIABLE:

  "raise"       (the default) raise UnverifiableError
  "mean"        the mean score of the other replies to the same problem in the batch, which under
                GRPO is an advantage of zero; for functions that score a batch
  a number      that score

Environment:

  CODEIO_REWARD_URL           where the server is; http://127.0.0.1:8377 if not set
  CODEIO_REWARD_ATTEMPTS      how often a request is made before giving up; 6
  CODEIO_REWARD_TIMEOUT       seconds to wait for one answer; 300
  CODEIO_REWARD_UNVERIFIABLE  see above

verl:       custom_reward_function.path=compute_score.py custom_reward_function.name=compute_score
            (with reward_model.reward_manager=batch: custom_reward_function.name=compute_scores)
TRL:        GRPOTrainer(reward_funcs=reward, ...), with the column "ground_truth" in the dataset
verifiers:  Rubric(funcs=[verifiers_reward])
"""

import asyncio
import http.client
import json
import os
import time
import urllib.error
import urllib.request
import uuid

try:
    from verl.interactions.base import BaseInteraction
except ImportError:
    BaseInteraction = object

RETRY_REQUEST = ${JSON.stringify(defaultRetryRequest)}

_BATCH_ITEMS = 256
_BATCH_CHARACTERS = 2_000_000

# A proxy of the environment has no business with the reward server.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class RewardServerError(RuntimeError):
    """The reward server could not be reached, or failed."""


class RewardDataError(ValueError):
    """The reward server refused what was sent, such as a ground truth that is none."""


class UnverifiableError(RuntimeError):
    """A reply could not be verified. It may be right."""


def compute_score(data_source, solution_str, ground_truth, extra_info=None, details=False, unverifiable=None, **kwargs):
    """Scores one reply, for verl. With details, a dict of score and status."""
    policy = _policy(unverifiable, is_batch=False)
    result = _score_one(ground_truth, solution_str)
    score = _settle([result], [ground_truth], policy)[0]
    return {"score": score, "status": result["status"]} if details else score


def compute_scores(data_sources, solution_strs, ground_truths, extra_infos=None, details=False, unverifiable=None, **kwargs):
    """Scores many replies with one request, for verl's batch reward manager."""
    solutions, truths = list(solution_strs), list(ground_truths)
    policy = _policy(unverifiable, is_batch=True)
    results = _score_many(truths, solutions)
    scores = _settle(results, truths, policy)
    if not details:
        return scores
    return [{"score": score, "status": result["status"]} for score, result in zip(scores, results)]


def reward(prompts=None, completions=None, ground_truth=None, unverifiable=None, **kwargs):
    """Scores many completions, for TRL's GRPOTrainer."""
    if completions is None or ground_truth is None:
        raise RewardDataError('the dataset needs a column "ground_truth"')
    return compute_scores(None, [_text_of(completion) for completion in completions], ground_truth, unverifiable=unverifiable)


async def verifiers_reward(completion, info, unverifiable=None, **kwargs):
    """Scores one completion, for a Rubric of verifiers."""
    truth = (json.loads(info) if isinstance(info, str) else info)["ground_truth"]
    return await asyncio.to_thread(compute_score, None, _text_of(completion), truth, unverifiable=unverifiable)


class CodeIOInteraction(BaseInteraction):
    """Gives execution feedback between the turns of a rollout, for verl.

    Ends the rollout once an answer is right. Its config may hold "retry_request", the sentence
    that asks for another attempt, and "unverifiable".
    """

    def __init__(self, config):
        if BaseInteraction is not object:
            super().__init__(config)
        self.config = config
        self.name = config.get("name", "codeio")
        self._retry_request = config.get("retry_request", RETRY_REQUEST)
        self._unverifiable = config.get("unverifiable")
        self._instances = {}

    async def start_interaction(self, instance_id=None, ground_truth=None, **kwargs):
        instance_id = instance_id or str(uuid.uuid4())
        self._instances[instance_id] = {"ground_truth": ground_truth, "score": 0.0}
        return instance_id

    async def generate_response(self, instance_id, messages, **kwargs):
        instance = self._instances.setdefault(instance_id, {"ground_truth": None, "score": 0.0})
        truth = kwargs.get("ground_truth") or instance["ground_truth"]
        policy = _policy(self._unverifiable, is_batch=False)
        result = await asyncio.to_thread(_score_one, truth, _text_of(messages), True)
        score = instance["score"] = _settle([result], [truth], policy)[0]
        metadata = {"status": result["status"]}
        feedback = result.get("feedback", "")
        if result["status"] in ("correct", "unverifiable"):
            return True, feedback, score, metadata
        return False, "\n\n".join(part for part in (feedback, self._retry_request) if part), score, metadata

    async def calculate_score(self, instance_id=None, **kwargs):
        return self._instances.get(instance_id, {"score": 0.0})["score"]

    async def finalize_interaction(self, instance_id=None, **kwargs):
        self._instances.pop(instance_id, None)


def _text_of(completion):
    """The text of a completion, or of the last answer of one that is messages."""
    if completion is None or isinstance(completion, str):
        return completion or ""
    for message in reversed(list(completion)):
        if message.get("role", "assistant") != "assistant":
            continue
        content = message.get("content")
        if isinstance(content, (list, tuple)):
            return "".join(part.get("text", "") for part in content)
        return content or ""
    return ""


def _policy(unverifiable, is_batch):
    value = os.environ.get("CODEIO_REWARD_UNVERIFIABLE", "raise") if unverifiable is None else unverifiable
    if value == "raise" or (value == "mean" and is_batch):
        return value
    try:
        return float(value)
    except (TypeError, ValueError):
        choices = '"raise", "mean" or a number' if is_batch else '"raise" or a number'
        raise ValueError(f"unverifiable must be {choices}, got {value!r}") from None


def _settle(results, truths, policy):
    """The scores of results, with the policy applied to those that have none."""
    known = {}
    for result, truth in zip(results, truths):
        if result["score"] is not None:
            known.setdefault(truth, []).append(float(result["score"]))

    def settle(result, truth):
        if result["score"] is not None:
            return float(result["score"])
        if isinstance(policy, float):
            return policy
        others = known.get(truth, [])
        if policy == "mean" and others:
            return sum(others) / len(others)
        raise UnverifiableError(
            f"a reply could not be verified ({result.get('detail')}); "
            'the argument "unverifiable" or CODEIO_REWARD_UNVERIFIABLE says what becomes of such replies'
        )

    return [settle(result, truth) for result, truth in zip(results, truths)]


def _item(truth, response):
    return {"ground_truth": truth, "response": "" if response is None else str(response)}


def _score_one(truth, response, feedback=False):
    return _checked(_post("/score", {**_item(truth, response), "feedback": feedback}))


def _score_many(truths, responses):
    if len(truths) != len(responses):
        raise RewardDataError(f"got {len(responses)} replies and {len(truths)} ground truths")
    results, items, characters = [], [], 0
    for truth, response in zip(truths, responses):
        item = _item(truth, response)
        size = len(str(truth)) + len(item["response"])
        if items and (len(items) == _BATCH_ITEMS or characters + size > _BATCH_CHARACTERS):
            results += _post_batch(items)
            items, characters = [], 0
        items.append(item)
        characters += size
    return results + (_post_batch(items) if items else [])


def _post_batch(items):
    answer = _post("/scores", {"items": items})
    results = answer.get("results")
    if not isinstance(results, list) or len(results) != len(items):
        raise RewardServerError("the reward server gave no score for some of the replies")
    return [_checked(result) for result in results]


def _checked(result):
    if result.get("status") == "error":
        error = result.get("error", {})
        kind = RewardDataError if "field" in error else RewardServerError
        raise kind(error.get("message", "unknown"))
    score = result.get("score", "missing")
    is_score = score is None or (isinstance(score, (int, float)) and not isinstance(score, bool))
    if not is_score or not isinstance(result.get("status"), str):
        raise RewardServerError(f"the reward server answered with {str(result)[:200]}")
    return result


def _post(path, body):
    url = os.environ.get("CODEIO_REWARD_URL", "http://127.0.0.1:8377").rstrip("/") + path
    attempts = max(1, int(os.environ.get("CODEIO_REWARD_ATTEMPTS", "6")))
    timeout = float(os.environ.get("CODEIO_REWARD_TIMEOUT", "300"))
    # Escaped: a reply may hold half a character, which UTF-8 cannot carry.
    data = json.dumps(body).encode("ascii")
    wait = 0.5
    for attempt in range(1, attempts + 1):
        request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
        pause = wait
        try:
            with _opener.open(request, timeout=timeout) as response:
                answer = json.loads(response.read())
            if isinstance(answer, dict):
                return answer
            problem = "an answer that is no object"
        except urllib.error.HTTPError as error:
            problem = f"{error.code}: {_message_of(error)}"
            if error.code < 500 and error.code not in (408, 429):
                raise RewardDataError(f"the reward server refused a request ({problem})") from None
            pause = max(wait, _seconds(error.headers.get("Retry-After")))
        except (OSError, http.client.HTTPException, ValueError) as error:
            problem = str(error) or type(error).__name__
        if attempt < attempts:
            time.sleep(pause)
            wait = min(2 * wait, 8.0)
    raise RewardServerError(f"no score from {url} in {attempts} attempts: {problem}")


def _message_of(error):
    try:
        return json.loads(error.read())["error"]["message"]
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return str(error.reason)


def _seconds(text):
    return float(text) if text and text.isdecimal() else 0.0
`;

/**
 * The Python file `compute_score.py`, with the reward as verl, TRL and verifiers call it, and the
 * feedback of multi-turn rollouts in verl. It needs the standard library alone, and asks a reward
 * server at the address in `CODEIO_REWARD_URL`: see `serveRewards`. What it does when there is no
 * score is told at its top; a reply that could not be verified is never marked wrong by itself.
 */
export const computeScoreFile: CompanionFile = { name: 'compute_score.py', text };
