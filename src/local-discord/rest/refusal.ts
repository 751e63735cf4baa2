/** A refusal as Discord answers it: an HTTP status with a JSON error. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: { code: number; message: string; errors?: object }) {
    super(body.message);
    this.name = 'Refusal';
    this.status = status;
    this.body = body;
  }
}

const refusal = (status: number, code: number, message: string) => () => new Refusal(status, { code, message });

/** Discord's errors, by what went wrong. */
export const refuse = {
  notFound: refusal(404, 0, '404: Not Found'),
  unauthorized: refusal(401, 0, '401: Unauthorized'),
  unknownChannel: refusal(404, 10003, 'Unknown Channel'),
  unknownGuild: refusal(404, 10004, 'Unknown Guild'),
  unknownMessage: refusal(404, 10008, 'Unknown Message'),
  unknownUser: refusal(404, 10013, 'Unknown User'),
  unknownWebhook: refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: refusal(404, 10062, 'Unknown interaction'),
  tooLarge: refusal(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: refusal(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: refusal(400, 40094, 'This interaction has reached the maximum number of follow-up messages.'),
  missingAccess: refusal(403, 50001, 'Missing Access'),
  notYourMessage: refusal(403, 50005, 'Cannot edit a message authored by another user'),
  expiredToken: refusal(401, 50027, 'Invalid Webhook Token'),
  unreadableBody: refusal(400, 50109, 'The request body contains invalid JSON.'),
  wrongForm: (problems: string[]) =>
    new Refusal(400, {
      code: 50035,
      message: 'Invalid Form Body',
      errors: { _errors: problems.map((message) => ({ code: 'OPENAPI', message })) },
    }),
  wrongCallback: (message: string) =>
    new Refusal(400, {
      code: 50035,
      message: 'Invalid Form Body',
      errors: { type: { _errors: [{ code: 'INTERACTION_CALLBACK_TYPE', message }] } },
    }),
};
