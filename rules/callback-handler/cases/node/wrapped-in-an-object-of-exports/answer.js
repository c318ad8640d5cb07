exports.answer = async (event, context) => ({ statusCode: 200, body: context.awsRequestId });
