# Two stages: better-sqlite3 may have to be compiled, and what compiles it is not needed afterwards.
FROM node:20-slim AS build
RUN apt-get update \
  && apt-get install --yes --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /everyhand
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node bin/everyhand.mjs build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /everyhand
COPY --from=build /everyhand/package.json ./
COPY --from=build /everyhand/node_modules ./node_modules
COPY --from=build /everyhand/build ./build
COPY --from=build /everyhand/prisma ./prisma
COPY --from=build /everyhand/content ./content
COPY --from=build /everyhand/bin ./bin
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# All is built, so nothing is looked at and nothing is written beside the data.
CMD ["node", "bin/run-built.mjs", "start"]
